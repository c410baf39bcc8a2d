/**
 * The lines of reservations. The fold is pure: start at {@link
 * io.stockledger.projections.reservation.ReservationLines#fold}.
 *
 * <p>May use: {@code table}, the API.
 */
@NullMarked
package io.stockledger.projections.reservation;

import org.jspecify.annotations.NullMarked;
