/**
 * The past: the history of an item, its figures at any moment, the ledger as it stands. Start at
 * {@link io.stockledger.api.audit.HistoryQuery}.
 *
 * <p>May use: {@code io.stockledger.api}, the JDK, the annotations of Jackson.
 */
@NullMarked
package io.stockledger.api.audit;

import org.jspecify.annotations.NullMarked;
