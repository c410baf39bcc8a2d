/**
 * The figures of items as they are now. Start at {@link io.stockledger.query.stock.StockQueries}.
 *
 * <p>May use: {@code reading}, the API, Axon's query annotations.
 */
@NullMarked
package io.stockledger.query.stock;

import org.jspecify.annotations.NullMarked;
