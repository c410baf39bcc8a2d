package io.stockledger.benchmarks.crash.history;

import java.util.List;

/**
 * All that was seen of one ledger.
 *
 * @param attempts in the order in which they ended
 * @param events in the order of their positions
 */
public record History(
    List<Note> notes,
    List<Attempt> attempts,
    List<Lookup> lookups,
    List<StoredEvent> events,
    List<StoredReceipt> receipts,
    List<ItemRead> reads) {
  /** Whose commands they are. */
  public static final String CLIENT = "crash";
}
