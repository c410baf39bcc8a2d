/**
 * Promises. Start at {@link io.stockledger.query.reservation.ReservationQueries}.
 *
 * <p>May use: {@code reading}, the API, Axon's query annotations.
 */
@NullMarked
package io.stockledger.query.reservation;

import org.jspecify.annotations.NullMarked;
