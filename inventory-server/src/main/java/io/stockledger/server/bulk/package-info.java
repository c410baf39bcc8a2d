/**
 * Many commands in one request, each for itself or all as one. Start at {@link
 * io.stockledger.server.bulk.BulkController}.
 *
 * <p>May use: {@code http}, {@code write}, {@code problem}, {@code security}, the forms of {@code
 * stock}, {@code reservation} and {@code transfer}, Jackson's trees. No SQL.
 */
@NullMarked
package io.stockledger.server.bulk;

import org.jspecify.annotations.NullMarked;
