/**
 * The append-only ledger in PostgreSQL: writing entries in one dense order, reading them back, and
 * waking readers.
 *
 * <p>May use Axon, JDBC and {@link io.stockledger.ledger.json}; knows no command bus, only that a
 * batch may be open on a thread ({@link io.stockledger.ledger.store.EventStage}). Start reading at
 * {@link io.stockledger.ledger.store.EventTable}, then {@link
 * io.stockledger.ledger.store.LedgerEngine} and {@link io.stockledger.ledger.store.LedgerStore}.
 */
@NullMarked
package io.stockledger.ledger.store;

import org.jspecify.annotations.NullMarked;
