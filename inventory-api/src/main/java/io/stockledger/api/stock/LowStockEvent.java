package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.EventName;
import org.jspecify.annotations.Nullable;

/** When an item runs low, and when it has enough again. */
public sealed interface LowStockEvent extends StockEvent {
  /**
   * From now on this is low.
   *
   * @param low available units at or below which the item is low; absent for no threshold any more
   * @param restored available units from which on it is no longer low, above {@code low}
   * @param rule that says so; absent where somebody said it of this item
   */
  @EventName("stock.threshold-set")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StockThresholdSet(
      @JsonUnwrapped Entry entry,
      @Nullable Long low,
      @Nullable Long restored,
      @Nullable String rule)
      implements LowStockEvent {}

  /** What is available fell to the threshold or below. */
  @EventName("stock.ran-low")
  record StockRanLow(@JsonUnwrapped Entry entry, long available, long threshold)
      implements LowStockEvent {}

  /** What is available rose to where it is enough again. */
  @EventName("stock.recovered")
  record StockRecovered(@JsonUnwrapped Entry entry, long available, long threshold)
      implements LowStockEvent {}
}
