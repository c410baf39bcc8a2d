/**
 * Promises over HTTP. Start at {@link io.stockledger.server.reservation.ReservationController}.
 *
 * <p>May use: {@code http}, {@code write}, {@code read}, {@code problem}, {@code security} and the
 * messages of {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.reservation;

import org.jspecify.annotations.NullMarked;
