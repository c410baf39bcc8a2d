package io.stockledger.command.reservation;

import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationCommand.ConfirmReservation;
import io.stockledger.api.reservation.ReservationCommand.ExpireReservation;
import io.stockledger.api.reservation.ReservationCommand.ExtendReservation;
import io.stockledger.api.reservation.ReservationCommand.Part;
import io.stockledger.api.reservation.ReservationRefusal.ExpiryPast;
import io.stockledger.api.reservation.ReservationRefusal.UnknownReservation;
import io.stockledger.api.reservation.ReservationState;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent.StockReservationConfirmed;
import io.stockledger.api.stock.StockEvent.StockReservationExtended;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.Effect;
import io.stockledger.command.stock.OpenPromise;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How long a promise lasts: for good, longer, or no more. */
final class TermRules {
  private final Desk desk;

  TermRules(Desk desk) {
    this.desk = desk;
  }

  Verdict confirm(ConfirmReservation command) {
    Reservation reservation = desk.register().find(command.reservationId());
    if (reservation == null) {
      return Verdict.refused(new UnknownReservation(command.reservationId()));
    }
    Drafts drafts = desk.drafts(reservation.items());
    Refusal refusal = Precondition.refusal(drafts, reservation, Part.ALL, command.circumstances());
    if (refusal == null) {
      refusal = Closed.unlessPending(reservation, drafts, desk);
    }
    if (refusal != null) {
      return Verdict.refused(refusal);
    }
    for (ItemId item : reservation.items()) {
      long open = openOn(drafts, item, reservation.id());
      if (open > 0) {
        drafts
            .of(item)
            .record(
                command.circumstances(),
                null,
                Effect.of(Change.ofPending(-open).plus(Change.ofAllocated(open))),
                entry -> new StockReservationConfirmed(entry, reservation.id(), open));
      }
    }
    return Verdict.accepted(drafts, reservation, false);
  }

  Verdict extend(ExtendReservation command) {
    Reservation reservation = desk.register().find(command.reservationId());
    if (reservation == null) {
      return Verdict.refused(new UnknownReservation(command.reservationId()));
    }
    Drafts drafts = desk.drafts(reservation.items());
    Refusal refusal = Precondition.refusal(drafts, reservation, Part.ALL, command.circumstances());
    if (refusal == null) {
      refusal = Closed.unlessPending(reservation, drafts, desk);
    }
    Instant expiresAt = command.expiry().resolve(drafts.now()).truncatedTo(ChronoUnit.MILLIS);
    if (refusal == null && !expiresAt.isAfter(drafts.now())) {
      refusal = new ExpiryPast(expiresAt, drafts.now());
    }
    if (refusal != null) {
      return Verdict.refused(refusal);
    }
    for (ItemId item : reservation.items()) {
      if (openOn(drafts, item, reservation.id()) > 0) {
        drafts
            .of(item)
            .record(
                command.circumstances(),
                null,
                Effect.NONE,
                entry -> new StockReservationExtended(entry, reservation.id(), expiresAt));
      }
    }
    return Verdict.accepted(drafts, reservation, false);
  }

  /**
   * Nothing but the record, on every item that does not have it yet, of what the clock has decided
   * already.
   */
  Verdict expire(ExpireReservation command) {
    Reservation reservation = desk.register().find(command.reservationId());
    if (reservation == null) {
      return Verdict.refused(new UnknownReservation(command.reservationId()));
    }
    Drafts drafts = desk.drafts(reservation.items());
    if (reservation.state(drafts.now()) == ReservationState.EXPIRED) {
      for (ItemId item : reservation.items()) {
        if (!drafts.original(item).promisedTo(reservation.id()).isEmpty()) {
          drafts.of(item).settle();
        }
      }
    }
    return Verdict.accepted(drafts, reservation, false);
  }

  private static long openOn(Drafts drafts, ItemId item, String reservationId) {
    return drafts.of(item).item().promisedTo(reservationId).stream()
        .mapToLong(OpenPromise::quantity)
        .sum();
  }
}
