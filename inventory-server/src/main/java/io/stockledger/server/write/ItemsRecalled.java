package io.stockledger.server.write;

import io.stockledger.api.Outcome;

/** Items are in memory; nothing was decided on them. */
public record ItemsRecalled(int items) implements Outcome {}
