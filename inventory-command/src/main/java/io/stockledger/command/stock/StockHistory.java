package io.stockledger.command.stock;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recorded entries of an item, for the rare decisions that look back: a back-dated count or
 * total, and a reversal. An answer must contain everything that the item in hand has evolved from,
 * entries that are decided but not yet durable included.
 */
public interface StockHistory {
  /**
   * @return the entries recorded at or after that moment, in order of version
   */
  List<StockEvent> recordedSince(ItemId item, Instant recordedSince);

  /**
   * @param version from 1
   * @return absent when the item has no such entry
   */
  @Nullable StockEvent entry(ItemId item, long version);
}
