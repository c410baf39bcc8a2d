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
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.LoadedItems;
import io.stockledger.command.stock.StockItemAggregate;
import io.stockledger.command.stock.Surroundings;
import java.util.function.Function;
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
    Settlement settlement = Settlement.of(accepted, register);
    settlement.reservations().forEach(register::put);
    for (ItemDraft draft : accepted.drafts().touched()) {
      items.record(draft);
      surroundings.discrepancies().keepAll(draft.events());
    }
    return settlement.outcome();
  }
}
