package io.stockledger.command.reservation;

import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationCommand.ReleaseReservation;
import io.stockledger.api.reservation.ReservationCommand.ReleaseReservations;
import io.stockledger.api.reservation.ReservationRefusal.NothingToRelease;
import io.stockledger.api.reservation.ReservationRefusal.TooManyReservations;
import io.stockledger.api.reservation.ReservationRefusal.UnknownReservation;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockRefusal.UnknownLocation;
import io.stockledger.command.reservation.Reservation.Line;
import io.stockledger.command.stock.Drafts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How promised units become free again. */
final class ReleaseRules {
  /** How many reservations one command releases at most. */
  static final int LIMIT = 1_000;

  private final Desk desk;

  ReleaseRules(Desk desk) {
    this.desk = desk;
  }

  Verdict decide(ReleaseReservation command) {
    Reservation reservation = desk.register().find(command.reservationId());
    if (reservation == null) {
      return Verdict.refused(new UnknownReservation(command.reservationId()));
    }
    Drafts drafts = desk.drafts(reservation.items());
    Refusal refusal =
        Precondition.refusal(drafts, reservation, command.part(), command.circumstances());
    if (refusal == null) {
      refusal = Closed.refusal(reservation, drafts, desk);
    }
    Selection selection = Selection.ofOpen(reservation, false);
    if (refusal == null) {
      refusal = selection.choose(command.part());
    }
    if (refusal != null) {
      return Verdict.refused(refusal);
    }
    for (Selection.Take take : selection.takes()) {
      Lines.release(
          drafts,
          reservation,
          take.line(),
          take.quantity(),
          command.reason(),
          command.circumstances());
    }
    return Verdict.accepted(drafts, reservation, command.part().item() != null);
  }

  Verdict decide(ReleaseReservations command) {
    String location = command.location();
    if (location != null && !desk.surroundings().registry().knowsLocation(location)) {
      return Verdict.refused(new UnknownLocation(location));
    }
    List<Reservation> found = find(command);
    if (found.size() > LIMIT) {
      return Verdict.refused(new TooManyReservations(found.size(), LIMIT));
    }
    Set<ItemId> items = new LinkedHashSet<>();
    found.forEach(reservation -> items.addAll(reservation.items()));
    Drafts drafts = desk.drafts(items);
    List<Reservation> open = found.stream().filter(r -> r.state(drafts.now()).isOpen()).toList();
    if (open.isEmpty()) {
      return Verdict.refused(new NothingToRelease(searched(command)));
    }
    for (Reservation reservation : open) {
      for (Line line : reservation.lines()) {
        if (line.open() > 0 && (location == null || line.location().equals(location))) {
          Lines.release(
              drafts, reservation, line, line.open(), command.reason(), command.circumstances());
        }
      }
    }
    return new Verdict.Accepted(drafts, open, false, false, List.of());
  }

  /** One more than may be released shows that there are too many. */
  private List<Reservation> find(ReleaseReservations command) {
    if (command.reference() != null) {
      return desk.register().openWithReference(command.reference(), LIMIT + 1);
    }
    if (command.location() != null) {
      return desk.register().openAt(command.location(), LIMIT + 1);
    }
    throw new IllegalArgumentException("neither a reference nor a location");
  }

  private static String searched(ReleaseReservations command) {
    return command.reference() != null
        ? command.reference().type() + " " + command.reference().id()
        : "location " + command.location();
  }
}
