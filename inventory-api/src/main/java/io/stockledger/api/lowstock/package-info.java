/**
 * Rules that say what is low for many items at once. Start at {@link
 * io.stockledger.api.lowstock.PutLowStockRule}. What one item says of itself is in {@link
 * io.stockledger.api.stock.LowStockEvent}.
 *
 * <p>May use: {@code io.stockledger.api}, {@code stock}, the JDK, the annotations of Jackson.
 */
@NullMarked
package io.stockledger.api.lowstock;

import org.jspecify.annotations.NullMarked;
