package io.stockledger.api;

import java.time.Instant;

/**
 * An entry of a registry was put.
 *
 * @param kind {@code location} or {@code product}
 * @param created it was not there before
 */
public record RegistryOutcome(
    String kind, String id, long version, Instant recordedAt, boolean created) implements Outcome {}
