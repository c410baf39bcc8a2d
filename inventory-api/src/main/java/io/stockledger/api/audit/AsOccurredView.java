package io.stockledger.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was physically there of one item at a moment of the occurred clock. */
public record AsOccurredView(
    @JsonUnwrapped ItemAsOccurred item, Instant at, long position, Instant asOf, String stamp)
    implements View {
  /**
   * Signed figures: late facts may contradict each other on their day.
   *
   * @param contradiction true when a figure is negative, else absent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ItemAsOccurred(
      String location,
      String sku,
      long onHand,
      long good,
      long damaged,
      long quarantine,
      long nonSellable,
      @Nullable Boolean contradiction) {}
}
