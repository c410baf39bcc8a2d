package io.stockledger.command.reservation;

import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationCommand.RequestedLine;
import io.stockledger.api.reservation.ReservationCommand.ReserveStock;
import io.stockledger.api.reservation.ReservationOutcome.LineAfter;
import io.stockledger.api.reservation.ReservationRefusal.DuplicateId;
import io.stockledger.api.reservation.ReservationRefusal.ExpiryPast;
import io.stockledger.api.reservation.ReservationRefusal.LinesRefused;
import io.stockledger.api.reservation.ReservationRefusal.UnknownChannel;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How units are promised: all lines in full, or what is there, or nothing. */
final class ReserveRules {
  private final Desk desk;

  ReserveRules(Desk desk) {
    this.desk = desk;
  }

  Verdict decide(ReserveStock command) {
    List<ItemId> items =
        command.lines().stream().flatMap(line -> Allotment.candidates(line).stream()).toList();
    Drafts drafts = desk.drafts(items);
    ChannelSales sales =
        command.channel() == null ? null : ChannelSales.of(desk.offering(), command.channel());
    if (command.channel() != null && sales == null) {
      return Verdict.refused(new UnknownChannel(command.channel()));
    }
    Promisable promisable = new Promisable(drafts, sales, null);
    Allotment allotment = new Allotment(drafts, desk.surroundings(), promisable);
    Instant expiresAt =
        command.expiry() == null ? null : inMillis(command.expiry().resolve(drafts.now()));
    Refusal refusal = refusal(command, allotment, drafts, expiresAt);
    if (refusal != null) {
      return Verdict.refused(refusal);
    }
    allotment.serve(command.lines(), command.accept());
    if (!allotment.refused().isEmpty()) {
      return Verdict.refused(
          command.single()
              ? allotment.refused().getFirst().refusal()
              : new LinesRefused(List.copyOf(allotment.refused())));
    }
    record(command, allotment, promisable, expiresAt, drafts);
    return new Verdict.Accepted(
        drafts,
        List.of(Reservation.begin(command.reservationId())),
        true,
        command.single(),
        allotment.ungranted().stream().map(ReserveRules::nothing).toList());
  }

  private static Instant inMillis(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS);
  }

  private @Nullable Refusal refusal(
      ReserveStock command, Allotment allotment, Drafts drafts, @Nullable Instant expiresAt) {
    Refusal first = command.single() ? single(command, allotment, drafts) : null;
    if (first != null) {
      return first;
    }
    if (expiresAt != null && !expiresAt.isAfter(drafts.now())) {
      return new ExpiryPast(expiresAt, drafts.now());
    }
    return desk.register().find(command.reservationId()) == null
        ? null
        : new DuplicateId(command.reservationId());
  }

  private static @Nullable Refusal single(
      ReserveStock command, Allotment allotment, Drafts drafts) {
    RequestedLine line = command.lines().getFirst();
    Refusal existence = allotment.existence(line);
    return existence != null
        ? existence
        : Precondition.refusal(
            drafts, Allotment.candidates(line).getFirst(), command.circumstances());
  }

  /** A promise that names no end has the one of its channel's window. */
  private static void record(
      ReserveStock command,
      Allotment allotment,
      Promisable promisable,
      @Nullable Instant stated,
      Drafts drafts) {
    Duration window =
        stated != null
            ? null
            : promisable.window(allotment.grants().stream().map(Allotment.Grant::item).toList());
    Instant expiresAt = window == null ? stated : inMillis(drafts.now().plus(window));
    Map<ItemId, Long> beyond = new HashMap<>();
    for (Allotment.Grant grant : allotment.grants()) {
      long soFar = beyond.merge(grant.item(), grant.beyond(), Long::sum);
      LocalDate day = grant.beyond() == 0 ? null : promisable.promisedOn(grant.item(), soFar);
      record(command, grant, expiresAt, day, drafts);
    }
  }

  private static void record(
      ReserveStock command,
      Allotment.Grant grant,
      @Nullable Instant expiresAt,
      @Nullable LocalDate promisedOn,
      Drafts drafts) {
    Change change =
        expiresAt == null
            ? Change.ofAllocated(grant.quantity())
            : Change.ofPending(grant.quantity());
    drafts
        .of(grant.item())
        .record(
            command.circumstances(),
            null,
            Effect.of(change.withBackordered(grant.beyond())),
            entry ->
                new StockReserved(
                    entry,
                    command.reservationId(),
                    grant.line().line(),
                    grant.quantity(),
                    grant.line().quantity(),
                    expiresAt,
                    command.channel(),
                    grant.beyond() == 0 ? null : (Long) grant.beyond(),
                    promisedOn));
  }

  private static LineAfter nothing(RequestedLine line) {
    return new LineAfter(
        line.line(),
        line.locations().getFirst(),
        line.sku(),
        line.quantity(),
        0,
        0,
        0,
        0,
        0,
        null,
        null);
  }
}
