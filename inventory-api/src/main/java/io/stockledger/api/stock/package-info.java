/**
 * One SKU at one location: what may be asked of it, what may happen to it, and its figures. Start
 * at {@link io.stockledger.api.stock.StockCommand}.
 *
 * <p>May use: {@code io.stockledger.api}, the JDK, the annotations of Jackson.
 */
@NullMarked
package io.stockledger.api.stock;

import org.jspecify.annotations.NullMarked;
