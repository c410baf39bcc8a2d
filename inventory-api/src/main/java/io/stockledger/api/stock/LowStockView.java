package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the list of items that are low, by location and SKU. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LowStockView(
    List<LowItem> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {
  /**
   * @param available units that are free to promise now
   * @param low units at or below which it became low
   * @param restored units from which on it has enough again
   * @param since when it was recorded that it ran low
   */
  public record LowItem(
      String location,
      String sku,
      long available,
      long low,
      long restored,
      Instant since,
      long version) {}
}
