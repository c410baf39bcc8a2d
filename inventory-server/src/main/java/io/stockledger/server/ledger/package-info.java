/**
 * The ledger as its operators see it: outcomes of commands, projections, the operator's first key,
 * health. Start at {@link io.stockledger.server.ledger.CommandReads}.
 *
 * <p>May use: {@code http}, {@code read}, {@code problem}, {@code security} and the messages of
 * {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.ledger;

import org.jspecify.annotations.NullMarked;
