package io.stockledger.api;

import java.time.Instant;

/** A fact in the ledger. It is never changed and never deleted. */
public interface LedgerEvent {
  /** When it happened, by its sender; never after {@link #recordedAt()}. */
  Instant occurredAt();

  /** When the ledger learned it; never goes back within a stream. */
  Instant recordedAt();
}
