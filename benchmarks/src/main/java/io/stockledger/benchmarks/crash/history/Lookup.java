package io.stockledger.benchmarks.crash.history;

import java.time.Instant;

/**
 * What {@code GET /v1/commands/{key}} said.
 *
 * @param status 200 for a recorded outcome, 404 for none; anything else says nothing
 * @param outcome the status that is recorded, 0 for none
 * @param answer the body that is recorded, as JSON; empty for none
 * @param position of the recorded command, or up to which nothing is recorded
 */
public record Lookup(
    String key, int node, Instant askedAt, int status, int outcome, String answer, long position) {}
