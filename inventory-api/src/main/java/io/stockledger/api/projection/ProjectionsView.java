package io.stockledger.api.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of the read side.
 *
 * @param generation which making of the read model is read
 * @param rebuild the one that is being made beside it; none where none is
 * @param position of the ledger's newest entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProjectionsView(
    List<ProjectionState> items,
    int generation,
    @Nullable RebuildState rebuild,
    long position,
    Instant asOf,
    String stamp)
    implements View {
  /**
   * @param position up to which it folded everything but what is parked
   * @param lag entries that it has yet to fold
   * @param parkedCount streams that stand still
   * @param parked the oldest 100 of them
   */
  public record ProjectionState(
      String projection, long position, long lag, long parkedCount, List<ParkedStream> parked) {}

  /** A stream that stands still in a projection since an entry could not be folded. */
  public record ParkedStream(
      String stream, long version, long position, String error, Instant parkedAt) {}
}
