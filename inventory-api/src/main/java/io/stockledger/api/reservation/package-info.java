/**
 * Promises of stock, of one or many lines. Start at {@link
 * io.stockledger.api.reservation.ReservationCommand}; what a promise does to an item is a {@link
 * io.stockledger.api.stock.StockEvent}.
 *
 * <p>May use: {@code io.stockledger.api}, the JDK, the annotations of Jackson.
 */
@NullMarked
package io.stockledger.api.reservation;

import org.jspecify.annotations.NullMarked;
