/**
 * How projections run: batches, savepoints, parked streams, tokens, positions. Start at {@link
 * io.stockledger.projections.running.Projection} and {@link
 * io.stockledger.projections.running.Folding}.
 *
 * <p>May use: Axon, Spring's JDBC and transactions. Knows no stock.
 */
@NullMarked
package io.stockledger.projections.running;

import org.jspecify.annotations.NullMarked;
