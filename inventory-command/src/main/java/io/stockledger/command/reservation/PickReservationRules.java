package io.stockledger.command.reservation;

import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationCommand.PickReservation;
import io.stockledger.api.reservation.ReservationRefusal.UnknownReservation;
import io.stockledger.api.stock.ItemId;
import io.stockledger.command.reservation.Reservation.Line;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.OpenPromise;
import io.stockledger.command.stock.PickRules;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How units leave against a promise: asked for, or stated as a fact. */
final class PickReservationRules {
  private final Desk desk;
  private final Map<ItemId, PickRules> picks = new LinkedHashMap<>();

  PickReservationRules(Desk desk) {
    this.desk = desk;
  }

  Verdict decide(PickReservation command) {
    Reservation reservation = desk.register().find(command.reservationId());
    if (reservation == null) {
      return Verdict.refused(new UnknownReservation(command.reservationId()));
    }
    Drafts drafts = desk.drafts(reservation.items());
    Refusal refusal =
        Precondition.refusal(drafts, reservation, command.part(), command.circumstances());
    if (refusal == null) {
      Refusal closed = Closed.refusal(reservation, drafts, desk);
      refusal =
          closed == null
              ? pick(command, reservation, drafts)
              : pickClosed(command, reservation, drafts, closed);
    }
    return refusal == null
        ? Verdict.accepted(drafts, reservation, command.part().item() != null)
        : Verdict.refused(refusal);
  }

  private @Nullable Refusal pick(PickReservation command, Reservation reservation, Drafts drafts) {
    Selection selection = Selection.ofOpen(reservation, command.happened());
    Refusal refusal = selection.choose(command.part());
    if (refusal != null) {
      return refusal;
    }
    for (Selection.Take take : selection.takes()) {
      OpenPromise promise = Lines.promise(drafts, reservation, take.line());
      PickRules pick = of(take.line().item(), command, drafts);
      if (command.happened()) {
        pick.stated(promise, take.quantity());
      } else {
        Refusal beyond = pick.reserved(promise, take.quantity());
        if (beyond != null) {
          return beyond;
        }
      }
    }
    state(selection.beyond(), command, drafts);
    if (command.closeReservation()) {
      releaseTheRest(command, reservation, drafts);
    }
    return null;
  }

  /** A fact is recorded although its promise is gone; it uses up nothing of it. */
  private @Nullable Refusal pickClosed(
      PickReservation command, Reservation reservation, Drafts drafts, Refusal closed) {
    if (!command.happened()) {
      return closed;
    }
    Selection selection = Selection.ofLapsed(reservation);
    Refusal refusal = selection.choose(command.part());
    if (refusal != null) {
      return refusal;
    }
    Map<ItemId, Long> units = new LinkedHashMap<>();
    for (Selection.Take take : selection.takes()) {
      units.merge(take.line().item(), take.quantity(), Long::sum);
    }
    selection.beyond().forEach((item, quantity) -> units.merge(item, quantity, Long::sum));
    if (units.isEmpty()) {
      return closed;
    }
    state(units, command, drafts);
    return null;
  }

  private void state(Map<ItemId, Long> units, PickReservation command, Drafts drafts) {
    units.forEach((item, quantity) -> of(item, command, drafts).stated(quantity));
    picks.values().forEach(pick -> pick.openDiscrepancy(desk.surroundings().discrepancyIds()));
  }

  private PickRules of(ItemId item, PickReservation command, Drafts drafts) {
    return picks.computeIfAbsent(
        item, id -> new PickRules(drafts.of(id), command.circumstances(), command.happened()));
  }

  private static void releaseTheRest(
      PickReservation command, Reservation reservation, Drafts drafts) {
    for (Line line : reservation.evolve(drafts).lines()) {
      if (line.open() > 0) {
        Lines.release(drafts, reservation, line, line.open(), null, command.circumstances());
      }
    }
  }
}
