package io.stockledger.benchmarks.crash.history;

import java.time.Instant;

/** A row of {@code ledger.event}; payload and metadata are the very text that is stored. */
public record StoredEvent(
    long position,
    String stream,
    long version,
    String eventId,
    String type,
    Instant recordedAt,
    String payload,
    String metadata) {}
