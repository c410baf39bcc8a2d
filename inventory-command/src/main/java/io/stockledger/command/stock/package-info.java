/**
 * One SKU at one location: what it decides and how it evolves. {@link
 * io.stockledger.command.stock.StockItem} is pure and knows neither Axon nor Spring nor a clock;
 * {@link io.stockledger.command.stock.StockItemAggregate} is its shell. Start reading at the
 * former.
 *
 * <p>May use: {@code io.stockledger.api}, {@code io.stockledger.promise} for what it tells of
 * itself, persistent collections, and in shells Axon. What is needed of the world are ports: {@link
 * io.stockledger.command.stock.StockHistory}, {@link io.stockledger.command.stock.Registry}.
 */
@NullMarked
package io.stockledger.command.stock;

import org.jspecify.annotations.NullMarked;
