package io.stockledger.benchmarks.crash.history;

import java.time.Instant;

/** What was done to the site, for people who read the history. */
public record Note(Instant at, String text) {}
