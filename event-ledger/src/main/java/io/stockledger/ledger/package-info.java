/**
 * The front door: {@link io.stockledger.ledger.Ledger} puts Axon on PostgreSQL, and one decider
 * thread per node decides commands in batches.
 *
 * <p>May use Axon, JDBC and the two packages below, {@link io.stockledger.ledger.store} and {@link
 * io.stockledger.ledger.json}, which know nothing of this one. Knows no stock and no Spring. Start
 * reading at {@link io.stockledger.ledger.LedgerBuilder}, then follow a command through {@link
 * io.stockledger.ledger.LedgerCommandBus}, {@code Decider} and {@code BatchRunner}.
 */
@NullMarked
package io.stockledger.ledger;

import org.jspecify.annotations.NullMarked;
