package io.stockledger.projections.stock;

import io.stockledger.api.stock.LastCount;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockCounted;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Which count is the newest: facts are ordered by ({@code occurredAt}, version). */
final class LastCounts {
  private LastCounts() {}

  static @Nullable LastCount after(@Nullable LastCount last, StockEvent event, long version) {
    if (!(event instanceof StockCounted counted)) {
      return last;
    }
    LastCount next =
        new LastCount(
            version,
            counted.occurredAt().truncatedTo(ChronoUnit.MICROS),
            counted.method(),
            counted.kind(),
            counted.counted());
    boolean isLate = last != null && next.occurredAt().isBefore(last.occurredAt());
    return isLate ? last : next;
  }
}
