package io.stockledger.server.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For which moment.
 *
 * @param at by the clock of the ledger; none means now
 */
record PastParameters(@Nullable Instant at) {}
