package io.stockledger.command.inbound;

import io.stockledger.api.Outcome;
import io.stockledger.api.inbound.InboundCommand;
import io.stockledger.api.inbound.InboundCommand.CancelSupply;
import io.stockledger.api.inbound.InboundCommand.ExpectSupply;
import io.stockledger.api.inbound.InboundCommand.ReceiveSupply;
import io.stockledger.api.inbound.InboundCommand.ReviseSupply;
import io.stockledger.command.stock.ExpiryRecord;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.ItemsAhead;
import io.stockledger.command.stock.LoadedItems;
import io.stockledger.command.stock.StockItemAggregate;
import io.stockledger.command.stock.Surroundings;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * The Axon shell of expected supply: loads the items, lets the rules decide on drafts, and applies
 * what was decided on all of them, or nothing.
 */
public class InboundCommandHandler {
  private final Repository<StockItemAggregate> repository;
  private final ItemsAhead ahead;
  private final InboundRegister register;
  private final LocalDays days;
  private final ExpiryRecord expiries;
  private final Surroundings surroundings;

  public InboundCommandHandler(
      Repository<StockItemAggregate> repository,
      ItemsAhead ahead,
      InboundRegister register,
      LocalDays days,
      ExpiryRecord expiries,
      Surroundings surroundings) {
    this.repository = repository;
    this.ahead = ahead;
    this.register = register;
    this.days = days;
    this.expiries = expiries;
    this.surroundings = surroundings;
  }

  @CommandHandler
  Outcome on(ExpectSupply command) {
    return settle(command);
  }

  @CommandHandler
  Outcome on(ReviseSupply command) {
    return settle(command);
  }

  @CommandHandler
  Outcome on(ReceiveSupply command) {
    return settle(command);
  }

  @CommandHandler
  Outcome on(CancelSupply command) {
    return settle(command);
  }

  private Outcome settle(InboundCommand command) {
    LoadedItems items = new LoadedItems(repository);
    Dock dock = new Dock(items::find, ahead, register, days, surroundings);
    return switch (InboundRules.decide(command, dock)) {
      case Verdict.Refused refused -> new Outcome.Refused(refused.refusal());
      case Verdict.Accepted accepted -> record(accepted, items);
    };
  }

  private Outcome record(Verdict.Accepted accepted, LoadedItems items) {
    Settlement settlement = Settlement.of(accepted);
    if (settlement.changed()) {
      register.put(settlement.after());
    }
    for (ItemDraft draft : accepted.drafts().touched()) {
      items.record(draft);
      expiries.keepAll(draft.events());
    }
    return settlement.outcome();
  }
}
