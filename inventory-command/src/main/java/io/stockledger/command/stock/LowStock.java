package io.stockledger.command.stock;

import io.stockledger.api.stock.LowStockEvent.StockRanLow;
import io.stockledger.api.stock.LowStockEvent.StockRecovered;
import io.stockledger.api.stock.LowStockEvent.StockThresholdSet;
import io.stockledger.api.stock.StockCommand.SetThreshold;
import io.stockledger.api.stock.StockEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is low for an item, and whether it is.
 *
 * @param low available units at or below which it is low, from 0
 * @param restored available units from which on it is not low any more, above {@code low}
 * @param rule that says so; absent for a threshold of its own
 */
public record LowStock(long low, long restored, boolean isLow, @Nullable String rule) {

  boolean runsLow(long available) {
    return !isLow && available <= low;
  }

  boolean recovers(long available) {
    return isLow && available >= restored;
  }

  /** Whether it stays as it is: it says that already, or a rule gives way to it. */
  static boolean keeps(@Nullable LowStock now, SetThreshold command) {
    Long low = command.low();
    Long restored = command.restored();
    if (now == null) {
      return low == null;
    }
    if (command.rule() != null && givesWay(command.rule(), low, now)) {
      return true;
    }
    return low != null
        && restored != null
        && now.low == low
        && now.restored == restored
        && Objects.equals(now.rule, command.rule());
  }

  /** A rule never takes away what another one has said since. */
  private static boolean givesWay(String rule, @Nullable Long low, LowStock now) {
    return now.rule == null || (low == null && !rule.equals(now.rule));
  }

  static @Nullable LowStock after(@Nullable LowStock before, StockEvent event) {
    return switch (event) {
      case StockThresholdSet e -> {
        Long low = e.low();
        Long restored = e.restored();
        yield low == null || restored == null
            ? null
            : new LowStock(low, restored, before != null && before.isLow, e.rule());
      }
      case StockRanLow ignored ->
          before == null ? null : new LowStock(before.low, before.restored, true, before.rule);
      case StockRecovered ignored ->
          before == null ? null : new LowStock(before.low, before.restored, false, before.rule);
      default -> before;
    };
  }
}
