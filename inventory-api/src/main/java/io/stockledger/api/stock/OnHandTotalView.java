package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is physically there by SKU, over the locations of the filter. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OnHandTotalView(
    List<OnHandTotal> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {
  /**
   * @param locations how many items were added up
   */
  public record OnHandTotal(
      String sku,
      long locations,
      long onHand,
      long good,
      long damaged,
      long quarantine,
      long nonSellable,
      long inTransit) {}
}
