package io.stockledger.command.reservation;

import io.stockledger.api.Outcome;
import io.stockledger.api.reservation.ReservationCommand.ChangeReservation;
import io.stockledger.api.reservation.ReservationCommand.ConfirmReservation;
import io.stockledger.api.reservation.ReservationCommand.ExpireReservation;
import io.stockledger.api.reservation.ReservationCommand.ExtendReservation;
import io.stockledger.api.reservation.ReservationCommand.PickReservation;
import io.stockledger.api.reservation.ReservationCommand.ReleaseReservation;
import io.stockledger.api.reservation.ReservationCommand.ReleaseReservations;
import io.stockledger.api.reservation.ReservationCommand.ReserveStock;
import io.stockledger.api.reservation.ReservationOutcome;
import io.stockledger.api.reservation.ReservationOutcome.ReservationAfter;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.api.stock.StockOutcome.ItemAfter;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.StockItemAggregate;
import io.stockledger.command.stock.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * The Axon shell of promises: loads the items, lets the rules decide on drafts, and applies what
 * was decided on all of them, or nothing.
 */
public class ReservationCommandHandler {
  private final Repository<StockItemAggregate> repository;
  private final ReservationRegister register;
  private final Channels channels;
  private final Surroundings surroundings;

  public ReservationCommandHandler(
      Repository<StockItemAggregate> repository,
      ReservationRegister register,
      Channels channels,
      Surroundings surroundings) {
    this.repository = repository;
    this.register = register;
    this.channels = channels;
    this.surroundings = surroundings;
  }

  @CommandHandler
  Outcome on(ReserveStock command) {
    return settle(desk -> new ReserveRules(desk).decide(command));
  }

  @CommandHandler
  Outcome on(ConfirmReservation command) {
    return settle(desk -> new TermRules(desk).confirm(command));
  }

  @CommandHandler
  Outcome on(ExtendReservation command) {
    return settle(desk -> new TermRules(desk).extend(command));
  }

  @CommandHandler
  Outcome on(ChangeReservation command) {
    return settle(desk -> new ChangeRules(desk).decide(command));
  }

  @CommandHandler
  Outcome on(PickReservation command) {
    return settle(desk -> new PickReservationRules(desk).decide(command));
  }

  @CommandHandler
  Outcome on(ReleaseReservation command) {
    return settle(desk -> new ReleaseRules(desk).decide(command));
  }

  @CommandHandler
  Outcome on(ReleaseReservations command) {
    return settle(desk -> new ReleaseRules(desk).decide(command));
  }

  @CommandHandler
  Outcome on(ExpireReservation command) {
    return settle(desk -> new TermRules(desk).expire(command));
  }

  private Outcome settle(Function<Desk, Verdict> rules) {
    LoadedItems items = new LoadedItems(repository);
    Desk desk = new Desk(items::find, register, channels, surroundings);
    return switch (rules.apply(desk)) {
      case Verdict.Refused refused -> new Outcome.Refused(refused.refusal());
      case Verdict.Accepted accepted -> record(accepted, items);
    };
  }

  private Outcome record(Verdict.Accepted accepted, LoadedItems items) {
    Drafts drafts = accepted.drafts();
    List<ReservationAfter> reservations = new ArrayList<>();
    for (Reservation before : accepted.before()) {
      Reservation after = drafts.fold(before);
      if (!after.equals(before)) {
        register.put(after);
      }
      reservations.add(shown(after, accepted));
    }
    List<ItemAfter> touched = new ArrayList<>();
    for (ItemDraft draft : drafts.touched()) {
      items.record(draft);
      keepExpiriesOfOthers(draft, accepted.before());
      touched.add(draft.item().after(drafts.now()));
    }
    return new ReservationOutcome(reservations, touched, accepted.created(), accepted.single());
  }

  private void keepExpiriesOfOthers(ItemDraft draft, List<Reservation> own) {
    Set<String> kept = own.stream().map(Reservation::id).collect(Collectors.toSet());
    RegisteredExpiries expiries = new RegisteredExpiries(register);
    for (StockEvent event : draft.events()) {
      if (event instanceof StockReservationsExpired expired) {
        expiries.keep(expired, id -> !kept.contains(id));
      }
    }
  }

  private static ReservationAfter shown(Reservation after, Verdict.Accepted accepted) {
    ReservationAfter shown = after.after(accepted.drafts().now());
    if (accepted.ungranted().isEmpty()) {
      return shown;
    }
    var lines = new ArrayList<>(shown.lines());
    lines.addAll(accepted.ungranted());
    return new ReservationAfter(
        shown.reservationId(), shown.state(), shown.expiresAt(), List.copyOf(lines));
  }
}
