/**
 * The past, over HTTP: history, as-of, the whole ledger. Start at {@link
 * io.stockledger.server.audit.HistoryReads}.
 *
 * <p>May use: {@code http}, {@code read}, {@code problem}, {@code security} and the messages of
 * {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.audit;

import org.jspecify.annotations.NullMarked;
