package io.stockledger.command.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.StockRefusal;
import io.stockledger.api.stock.StockRefusal.TooLate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far back counts and reversals may reach: so long before the newest thing that happened to the
 * item. The right to backdate lifts it.
 */
final class LateWindow {
  private LateWindow() {}

  static @Nullable StockRefusal refusal(
      StockItem item, Instant occurredAt, Duration window, Circumstances circumstances) {
    Instant newest = item.newestOccurredAt();
    if (newest == null || circumstances.mayBackdate()) {
      return null;
    }
    Instant earliest = newest.minus(window);
    return occurredAt.isBefore(earliest)
        ? new TooLate(item.item(), occurredAt, earliest, window.toString())
        : null;
  }
}
