package io.stockledger.api.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What left together.
 *
 * @param expectedAt when it should arrive, as far as that is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransferPart(String part, @Nullable Instant expectedAt, List<PartLine> lines) {
  /**
   * What of a line left with it. Always {@code dispatched = inTransit + received + missing}.
   *
   * @param received what arrived of it, in whatever condition
   * @param missing what was given up
   */
  public record PartLine(
      String line, long dispatched, long inTransit, long received, long missing) {}
}
