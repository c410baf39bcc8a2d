package io.stockledger.api;

import java.time.Instant;

/**
 * An entry of a registry was put.
 *
 * @param kind {@code location}, {@code product} or {@code low-stock-rule}
 * @param created it was not there before
 */
public record RegistryOutcome(
    String kind, String id, long version, Instant recordedAt, boolean created) implements Outcome {}
