/**
 * Stock items over HTTP. Start at {@link io.stockledger.server.stock.StockController} for writes,
 * {@link io.stockledger.server.stock.StockReads} for reads.
 *
 * <p>May use: {@code http}, {@code write}, {@code read}, {@code problem}, {@code security} and the
 * messages of {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.stock;

import org.jspecify.annotations.NullMarked;
