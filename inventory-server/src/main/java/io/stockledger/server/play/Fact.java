package io.stockledger.server.play;

import java.time.Instant;

/**
 * An accepted command on one item.
 *
 * @param version of the item after it, by the answer
 * @param entries how many entries the answer says it wrote
 * @param recordedAt by the answer
 * @param occurredAt as sent
 * @param answered the figures of the answer
 */
record Fact(
    long version,
    int entries,
    Instant recordedAt,
    Instant occurredAt,
    Deed deed,
    Standing answered) {}
