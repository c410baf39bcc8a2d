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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
    Allotment allotment =
        new Allotment(
            drafts, desk.surroundings(), item -> drafts.of(item).item().figures().available());
    Instant expiresAt =
        command.expiry() == null
            ? null
            : command.expiry().resolve(drafts.now()).truncatedTo(ChronoUnit.MILLIS);
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
    allotment.grants().forEach(grant -> record(command, grant, expiresAt, drafts));
    return new Verdict.Accepted(
        drafts,
        List.of(Reservation.begin(command.reservationId())),
        true,
        command.single(),
        allotment.ungranted().stream().map(ReserveRules::nothing).toList());
  }

  private @Nullable Refusal refusal(
      ReserveStock command, Allotment allotment, Drafts drafts, @Nullable Instant expiresAt) {
    if (command.channel() != null && !desk.channels().exists(command.channel())) {
      return new UnknownChannel(command.channel());
    }
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

  private static void record(
      ReserveStock command, Allotment.Grant grant, @Nullable Instant expiresAt, Drafts drafts) {
    Change change =
        expiresAt == null
            ? Change.ofAllocated(grant.quantity())
            : Change.ofPending(grant.quantity());
    drafts
        .of(grant.item())
        .record(
            command.circumstances(),
            null,
            Effect.of(change),
            entry ->
                new StockReserved(
                    entry,
                    command.reservationId(),
                    grant.line().line(),
                    grant.quantity(),
                    grant.line().quantity(),
                    expiresAt,
                    command.channel()));
  }

  private static LineAfter nothing(RequestedLine line) {
    return new LineAfter(
        line.line(), line.locations().getFirst(), line.sku(), line.quantity(), 0, 0, 0, 0, 0);
  }
}
