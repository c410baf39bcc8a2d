package io.stockledger.command.transfer;

import io.stockledger.api.Outcome;
import io.stockledger.api.transfer.TransferCommand.CancelTransfer;
import io.stockledger.api.transfer.TransferCommand.CloseTransfer;
import io.stockledger.api.transfer.TransferCommand.DispatchTransfer;
import io.stockledger.api.transfer.TransferCommand.ReceiveTransfer;
import io.stockledger.api.transfer.TransferCommand.RequestTransfer;
import io.stockledger.command.stock.ExpiryRecord;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.LoadedItems;
import io.stockledger.command.stock.StockItemAggregate;
import io.stockledger.command.stock.Surroundings;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * The Axon shell of transfers: loads the items of both ends, lets the rules decide on drafts, and
 * applies what was decided on all of them, or nothing.
 */
public class TransferCommandHandler {
  private final Repository<StockItemAggregate> repository;
  private final TransferRegister register;
  private final ExpiryRecord expiries;
  private final Surroundings surroundings;

  public TransferCommandHandler(
      Repository<StockItemAggregate> repository,
      TransferRegister register,
      ExpiryRecord expiries,
      Surroundings surroundings) {
    this.repository = repository;
    this.register = register;
    this.expiries = expiries;
    this.surroundings = surroundings;
  }

  @CommandHandler
  Outcome on(RequestTransfer command) {
    return settle(desk -> new RequestRules(desk).decide(command));
  }

  @CommandHandler
  Outcome on(DispatchTransfer command) {
    return settle(desk -> new DispatchRules(desk).decide(command));
  }

  @CommandHandler
  Outcome on(ReceiveTransfer command) {
    return settle(desk -> new ReceiveRules(desk).decide(command));
  }

  @CommandHandler
  Outcome on(CancelTransfer command) {
    return settle(desk -> new EndRules(desk).cancel(command));
  }

  @CommandHandler
  Outcome on(CloseTransfer command) {
    return settle(desk -> new EndRules(desk).close(command));
  }

  private Outcome settle(Function<Desk, Verdict> rules) {
    LoadedItems items = new LoadedItems(repository);
    Desk desk = new Desk(items::find, register, surroundings);
    return switch (rules.apply(desk)) {
      case Verdict.Refused refused -> new Outcome.Refused(refused.refusal());
      case Verdict.Accepted accepted -> record(accepted, items);
    };
  }

  private Outcome record(Verdict.Accepted accepted, LoadedItems items) {
    List<ItemDraft> touched = accepted.drafts().touched();
    if (!touched.isEmpty()) {
      register.put(accepted.after());
    }
    for (ItemDraft draft : touched) {
      items.record(draft);
      expiries.keepAll(draft.events());
      surroundings.discrepancies().keepAll(draft.events());
    }
    return accepted.outcome();
  }
}
