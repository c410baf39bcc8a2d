package io.stockledger.command.reservation;

import io.stockledger.api.Outcome;
import io.stockledger.api.reservation.ReservationCommand.PickReservation;
import io.stockledger.api.stock.ItemId;
import io.stockledger.command.channel.Offering;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.Surroundings;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lets the rules of promises decide, and keeps and records what they accept. */
public final class ReservationDecisions {
  private final Desk desk;
  private final Consumer<ItemDraft> recorder;

  private ReservationDecisions(Desk desk, Consumer<ItemDraft> recorder) {
    this.desk = desk;
    this.recorder = recorder;
  }

  /** What all decisions have in common. */
  public record Factory(
      ReservationRegister register, Offering offering, Surroundings surroundings) {
    /**
     * @param items an item as it is
     * @param recorder is given every item that something happens to
     */
    public ReservationDecisions with(
        Function<ItemId, StockItem> items, Consumer<ItemDraft> recorder) {
      return new ReservationDecisions(new Desk(items, register, offering, surroundings), recorder);
    }
  }

  /** A pick that is decided together with other things. */
  public Outcome pick(PickReservation command) {
    return settle(at -> new PickReservationRules(at).decide(command));
  }

  Outcome settle(Function<Desk, Verdict> rules) {
    return switch (rules.apply(desk)) {
      case Verdict.Refused refused -> new Outcome.Refused(refused.refusal());
      case Verdict.Accepted accepted -> record(accepted);
    };
  }

  private Outcome record(Verdict.Accepted accepted) {
    Settlement settlement = Settlement.of(accepted, desk);
    settlement.reservations().forEach(desk.register()::put);
    for (ItemDraft draft : accepted.drafts().touched()) {
      recorder.accept(draft);
      desk.surroundings().discrepancies().keepAll(draft.events());
    }
    return settlement.outcome();
  }
}
