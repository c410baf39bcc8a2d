package io.stockledger.server.wiring;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.command.stock.StockHistory;
import io.stockledger.ledger.store.LedgerReader;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;

/** An item's past entries, from its stream. */
final class LedgerHistory implements StockHistory {
  private final LedgerReader reader;

  LedgerHistory(LedgerReader reader) {
    this.reader = reader;
  }

  @Override
  public List<StockEvent> recordedSince(ItemId item, Instant recordedSince) {
    return reader.since(item.stream(), recordedSince).stream()
        .map(LedgerHistory::stockEvent)
        .toList();
  }

  @Override
  public @Nullable StockEvent entry(ItemId item, long version) {
    Message<?> entry = reader.entry(item.stream(), version);
    return entry == null ? null : stockEvent(entry);
  }

  private static StockEvent stockEvent(Message<?> entry) {
    return (StockEvent) entry.getPayload();
  }
}
