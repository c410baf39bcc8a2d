package io.stockledger.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import io.stockledger.api.stock.Figures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The figures of one item at a moment of the recorded clock. */
public record AsOfView(
    @JsonUnwrapped ItemAsOf item, Instant at, long position, Instant asOf, String stamp)
    implements View {
  /**
   * @param version of the last entry recorded by then, 0 before the first
   * @param recordedAt of that entry
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ItemAsOf(
      String location, String sku, long version, @Nullable Instant recordedAt, Figures figures) {}
}
