/**
 * The Java message contract of the ledger: commands, events, queries, refusals and value objects, a
 * package per feature. The HTTP face is not here but in {@code inventory-server}.
 *
 * <p>May use: the JDK and the annotations of Jackson. No Spring, no Axon, no SQL. Start reading at
 * {@link io.stockledger.api.stock.StockCommand} and {@link io.stockledger.api.stock.StockEvent};
 * {@link io.stockledger.api.EventCatalogue} lists every event there is.
 */
@NullMarked
package io.stockledger.api;

import org.jspecify.annotations.NullMarked;
