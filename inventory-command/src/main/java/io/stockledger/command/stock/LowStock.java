package io.stockledger.command.stock;

import io.stockledger.api.stock.LowStockEvent.StockRanLow;
import io.stockledger.api.stock.LowStockEvent.StockRecovered;
import io.stockledger.api.stock.LowStockEvent.StockThresholdSet;
import io.stockledger.api.stock.StockEvent;
import org.jspecify.annotations.Nullable;

/**
 * What is low for an item, and whether it is.
 *
 * @param low available units at or below which it is low, from 0
 * @param restored available units from which on it is not low any more, above {@code low}
 */
public record LowStock(long low, long restored, boolean isLow) {

  boolean runsLow(long available) {
    return !isLow && available <= low;
  }

  boolean recovers(long available) {
    return isLow && available >= restored;
  }

  /** Whether it says just that already; both absent is no threshold. */
  static boolean says(@Nullable LowStock now, @Nullable Long low, @Nullable Long restored) {
    return now == null
        ? low == null
        : low != null && restored != null && now.low == low && now.restored == restored;
  }

  static @Nullable LowStock after(@Nullable LowStock before, StockEvent event) {
    return switch (event) {
      case StockThresholdSet e -> {
        Long low = e.low();
        Long restored = e.restored();
        yield low == null || restored == null
            ? null
            : new LowStock(low, restored, before != null && before.isLow);
      }
      case StockRanLow ignored ->
          before == null ? null : new LowStock(before.low, before.restored, true);
      case StockRecovered ignored ->
          before == null ? null : new LowStock(before.low, before.restored, false);
      default -> before;
    };
  }
}
