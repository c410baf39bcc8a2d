package io.stockledger.command.reservation;

import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationCommand.Accept;
import io.stockledger.api.reservation.ReservationCommand.ChangeReservation;
import io.stockledger.api.reservation.ReservationCommand.Part;
import io.stockledger.api.reservation.ReservationRefusal.LinesRefused;
import io.stockledger.api.reservation.ReservationRefusal.UnknownChannel;
import io.stockledger.api.reservation.ReservationRefusal.UnknownReservation;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent.OpenLine;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.Effect;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.OpenPromise;
import io.stockledger.command.stock.StockItem;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
      refusal = Closed.refusal(reservation, drafts, desk);
    }
    if (refusal != null) {
      return Verdict.refused(refusal);
    }
    ChannelSales sales = sales(reservation);
    if (reservation.channel() != null && sales == null) {
      return Verdict.refused(new UnknownChannel(reservation.channel()));
    }
    Promisable promisable = new Promisable(drafts, sales, reservation.id());
    Allotment allotment = new Allotment(drafts, desk.surroundings(), promisable);
    allotment.serve(command.lines(), Accept.ALL);
    if (!allotment.refused().isEmpty()) {
      return Verdict.refused(new LinesRefused(List.copyOf(allotment.refused())));
    }
    Map<ItemId, List<Allotment.Grant>> stated =
        allotment.grants().stream().collect(Collectors.groupingBy(Allotment.Grant::item));
    Map<ItemId, List<OpenLine>> lines = new HashMap<>();
    stated.forEach(
        (item, grants) ->
            lines.put(item, lines(drafts.of(item).item(), reservation, grants, promisable)));
    for (ItemId item : items) {
      restate(command, reservation, drafts.of(item), lines.getOrDefault(item, List.of()));
    }
    return Verdict.accepted(drafts, reservation, false);
  }

  private @Nullable ChannelSales sales(Reservation reservation) {
    String channel = reservation.channel();
    return channel == null ? null : ChannelSales.of(desk.offering(), channel);
  }

  /**
   * What is promised beyond what there is to offer is of the lines that grow, and of the last of
   * them first: what is there serves lines in their order.
   */
  private static List<OpenLine> lines(
      StockItem item,
      Reservation reservation,
      List<Allotment.Grant> grants,
      Promisable promisable) {
    Map<String, Long> held = new HashMap<>();
    item.promisedTo(reservation.id()).forEach(p -> held.put(p.line(), p.quantity()));
    long beyond = grants.stream().mapToLong(Allotment.Grant::beyond).sum();
    LocalDate day = promisable.promisedOn(item.item(), beyond);
    Deque<OpenLine> lines = new ArrayDeque<>();
    for (Allotment.Grant grant : grants.reversed()) {
      String name = grant.line().line();
      long growth = Math.max(0, grant.quantity() - held.getOrDefault(name, 0L));
      long waits = Math.min(growth, beyond);
      beyond -= waits;
      lines.addFirst(
          new OpenLine(
              name, grant.quantity(), waits == 0 ? null : (Long) waits, waits == 0 ? null : day));
    }
    return List.copyOf(lines);
  }

  private static void restate(
      ChangeReservation command, Reservation reservation, ItemDraft draft, List<OpenLine> stated) {
    Collection<OpenPromise> before = draft.item().promisedTo(reservation.id());
    if (same(before, stated)) {
      return;
    }
    long more =
        stated.stream().mapToLong(OpenLine::quantity).sum()
            - Promisable.held(draft.item(), reservation.id());
    long accepted =
        stated.stream().mapToLong(line -> Objects.requireNonNullElse(line.backordered(), 0L)).sum();
    Change change =
        reservation.expiresAt() == null ? Change.ofAllocated(more) : Change.ofPending(more);
    draft.record(
        command.circumstances(),
        null,
        Effect.of(change.withBackordered(accepted)),
        entry ->
            new StockReservationChanged(
                entry, reservation.id(), stated, reservation.expiresAt(), reservation.channel()));
  }

  private static boolean same(Collection<OpenPromise> before, List<OpenLine> stated) {
    return quantities(before.stream(), OpenPromise::line, OpenPromise::quantity)
        .equals(quantities(stated.stream(), OpenLine::line, OpenLine::quantity));
  }

  private static <T> Map<String, Long> quantities(
      Stream<T> lines, Function<T, String> name, Function<T, Long> quantity) {
    return lines.collect(Collectors.toMap(name, quantity));
  }
}
