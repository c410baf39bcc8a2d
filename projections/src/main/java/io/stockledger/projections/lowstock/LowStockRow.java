package io.stockledger.projections.lowstock;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.LowStockEvent;
import io.stockledger.api.stock.LowStockEvent.StockRanLow;
import io.stockledger.api.stock.LowStockEvent.StockRecovered;
import io.stockledger.api.stock.LowStockEvent.StockThresholdSet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The threshold of an item.
 *
 * @param low null for none any more
 * @param restored null for none any more
 * @param since when it was recorded that the item ran low, null while it is not low
 * @param rule on whose behalf, null for a threshold of its own
 * @param version of the last entry folded that was about it
 */
record LowStockRow(
    ItemId item,
    @Nullable Long low,
    @Nullable Long restored,
    @Nullable Instant since,
    @Nullable String rule,
    long version,
    long position) {

  /** The row after one more entry; {@code null} is the row before the first. */
  static LowStockRow fold(
      @Nullable LowStockRow row, LowStockEvent event, long position, long version) {
    ItemId item = event.entry().item();
    Long low = row == null ? null : row.low;
    Long restored = row == null ? null : row.restored;
    String rule = row == null ? null : row.rule;
    return switch (event) {
      case StockThresholdSet e ->
          new LowStockRow(
              item,
              e.low(),
              e.restored(),
              row == null || e.low() == null ? null : row.since,
              e.rule(),
              version,
              position);
      case StockRanLow e ->
          new LowStockRow(item, low, restored, e.recordedAt(), rule, version, position);
      case StockRecovered ignored ->
          new LowStockRow(item, low, restored, null, rule, version, position);
    };
  }
}
