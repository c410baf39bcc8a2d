package io.stockledger.server.write;

import io.stockledger.api.Outcome;

/**
 * A request of commands that are decided each for itself was taken under a key of its own; what
 * became of them stands under theirs.
 */
public record BatchTaken(int commands) implements Outcome {}
