package io.stockledger.benchmarks.crash.load;

/** A command as the face takes it. */
public record Request(String path, String body) {}
