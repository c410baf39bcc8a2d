/**
 * Promises over one or many items, decided together and recorded on all of them or on none. Start
 * reading at {@link io.stockledger.command.reservation.ReservationCommandHandler}: it loads, the
 * rules of each command decide on drafts, and only then is anything applied. {@link
 * io.stockledger.command.reservation.Reservation} is what the ledger keeps of a promise beside the
 * items' entries.
 *
 * <p>May use: {@code io.stockledger.api}, {@link io.stockledger.command.stock}, and in the shell
 * Axon. What is needed of the world are ports: {@link
 * io.stockledger.command.reservation.ReservationRegister}, {@link
 * io.stockledger.command.channel.Offering}, {@link
 * io.stockledger.command.reservation.DueReservations}.
 */
@NullMarked
package io.stockledger.command.reservation;

import org.jspecify.annotations.NullMarked;
