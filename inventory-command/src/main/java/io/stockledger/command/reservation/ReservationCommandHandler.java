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
import io.stockledger.command.stock.LoadedItems;
import io.stockledger.command.stock.StockItemAggregate;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * The Axon shell of promises: loads the items, lets the rules decide on drafts, and applies what
 * was decided on all of them, or nothing.
 */
public class ReservationCommandHandler {
  private final Repository<StockItemAggregate> repository;
  private final ReservationDecisions.Factory decisions;

  public ReservationCommandHandler(
      Repository<StockItemAggregate> repository, ReservationDecisions.Factory decisions) {
    this.repository = repository;
    this.decisions = decisions;
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
    return decisions.with(items::find, items::record).settle(rules);
  }
}
