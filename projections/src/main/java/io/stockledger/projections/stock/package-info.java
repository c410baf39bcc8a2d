/**
 * The figures of items. The folds are pure functions of the rows: start at {@link
 * io.stockledger.projections.stock.AvailableRow#fold}; then {@link
 * io.stockledger.projections.stock.ItemFold}, which runs them over a batch.
 *
 * <p>May use: {@code running}, {@code table}, {@code reservation}, the API.
 */
@NullMarked
package io.stockledger.projections.stock;

import org.jspecify.annotations.NullMarked;
