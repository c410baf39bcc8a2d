/**
 * The past: history, figures at any moment, the ledger itself. Start at {@link
 * io.stockledger.query.audit.HistoryQueries}.
 *
 * <p>May use: {@code reading}, the API, Axon's query annotations.
 */
@NullMarked
package io.stockledger.query.audit;

import org.jspecify.annotations.NullMarked;
