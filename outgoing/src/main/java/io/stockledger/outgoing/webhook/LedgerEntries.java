package io.stockledger.outgoing.webhook;

import io.stockledger.api.stock.Figures;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: entries of the ledger, with the figures around those of items. */
public interface LedgerEntries {
  /**
   * @param location of the item that it is about, absent where it is about none
   * @param version within its stream
   * @param event as it was stored, JSON
   * @param before figures of the item before it; absent where it is about no item, or is the first
   * @param after figures of the item after it
   */
  record LedgerEntry(
      long position,
      String stream,
      @Nullable String location,
      @Nullable String sku,
      long version,
      String type,
      Instant occurredAt,
      Instant recordedAt,
      String event,
      @Nullable Figures before,
      @Nullable Figures after) {}

  /**
   * @param upTo every entry up to it was looked at
   */
  record Found(List<LedgerEntry> entries, long upTo) {}

  /** Entries beyond a position in order, as far as their figures are known. */
  Found after(long position, int limit);

  /** The newest position that this node has heard of. */
  long head();
}
