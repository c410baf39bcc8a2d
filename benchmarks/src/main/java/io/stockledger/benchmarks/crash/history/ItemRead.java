package io.stockledger.benchmarks.crash.history;

import java.time.Instant;

/**
 * An item as the read side told it, once it knew {@code minPosition}.
 *
 * @param figures as JSON
 * @param asOf the moment for which the figures hold: what was due by then is taken off
 */
public record ItemRead(
    String stream, int node, long minPosition, long version, String figures, Instant asOf) {}
