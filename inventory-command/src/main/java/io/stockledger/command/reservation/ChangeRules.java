package io.stockledger.command.reservation;

import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationCommand.Accept;
import io.stockledger.api.reservation.ReservationCommand.ChangeReservation;
import io.stockledger.api.reservation.ReservationCommand.Part;
import io.stockledger.api.reservation.ReservationRefusal.LinesRefused;
import io.stockledger.api.reservation.ReservationRefusal.UnknownReservation;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent.OpenLine;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.Effect;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.OpenPromise;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How all lines are stated anew: what shall be open from now on. What the reservation holds on an
 * item already is free for it; only what it promises beyond that needs available units.
 */
final class ChangeRules {
  private final Desk desk;

  ChangeRules(Desk desk) {
    this.desk = desk;
  }

  Verdict decide(ChangeReservation command) {
    Reservation reservation = desk.register().find(command.reservationId());
    if (reservation == null) {
      return Verdict.refused(new UnknownReservation(command.reservationId()));
    }
    Set<ItemId> items = new LinkedHashSet<>(reservation.items());
    command.lines().forEach(line -> items.addAll(Allotment.candidates(line)));
    Drafts drafts = desk.drafts(items);
    Refusal refusal = Precondition.refusal(drafts, reservation, Part.ALL, command.circumstances());
    if (refusal == null) {
      refusal = Closed.refusal(reservation, drafts);
    }
    if (refusal != null) {
      return Verdict.refused(refusal);
    }
    Allotment allotment =
        new Allotment(drafts, desk.surroundings(), item -> free(drafts.of(item), reservation));
    allotment.serve(command.lines(), Accept.ALL);
    if (!allotment.refused().isEmpty()) {
      return Verdict.refused(new LinesRefused(List.copyOf(allotment.refused())));
    }
    Map<ItemId, List<OpenLine>> stated =
        allotment.grants().stream()
            .collect(
                Collectors.groupingBy(
                    Allotment.Grant::item,
                    Collectors.mapping(
                        grant -> new OpenLine(grant.line().line(), grant.quantity()),
                        Collectors.toUnmodifiableList())));
    for (ItemId item : items) {
      restate(command, reservation, drafts.of(item), stated.getOrDefault(item, List.of()));
    }
    return Verdict.accepted(drafts, reservation, false);
  }

  private static long free(ItemDraft draft, Reservation reservation) {
    return draft.item().figures().available() + held(draft.item().promisedTo(reservation.id()));
  }

  private static long held(Collection<OpenPromise> promises) {
    return promises.stream().mapToLong(OpenPromise::quantity).sum();
  }

  private static void restate(
      ChangeReservation command, Reservation reservation, ItemDraft draft, List<OpenLine> stated) {
    Collection<OpenPromise> before = draft.item().promisedTo(reservation.id());
    if (same(before, stated)) {
      return;
    }
    long more = stated.stream().mapToLong(OpenLine::quantity).sum() - held(before);
    Change change =
        reservation.expiresAt() == null ? Change.ofAllocated(more) : Change.ofPending(more);
    draft.record(
        command.circumstances(),
        null,
        Effect.of(change),
        entry ->
            new StockReservationChanged(
                entry, reservation.id(), stated, reservation.expiresAt(), reservation.channel()));
  }

  private static boolean same(Collection<OpenPromise> before, List<OpenLine> stated) {
    return before.stream()
        .map(promise -> new OpenLine(promise.line(), promise.quantity()))
        .collect(Collectors.toSet())
        .equals(Set.copyOf(stated));
  }
}
