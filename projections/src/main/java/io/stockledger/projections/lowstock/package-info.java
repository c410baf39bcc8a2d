/**
 * Which items have a threshold, and which are low. Start at {@link
 * io.stockledger.projections.lowstock.LowStockRow#fold}.
 *
 * <p>May use: {@code running}, {@code table}, the API.
 */
@NullMarked
package io.stockledger.projections.lowstock;

import org.jspecify.annotations.NullMarked;
