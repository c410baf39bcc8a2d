package io.stockledger.command.stock;

import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import java.util.List;

/**
 * Hears of lines that any decision on an item recorded as expired, in the same unit of work, so
 * that what is kept of their reservations stays equal to what is open on the items.
 */
@FunctionalInterface
public interface ExpiryRecord {
  void keep(StockReservationsExpired expired);

  default void keepAll(List<StockEvent> events) {
    for (StockEvent event : events) {
      if (event instanceof StockReservationsExpired expired) {
        keep(expired);
      }
    }
  }
}
