package io.stockledger.command.transfer;

import io.stockledger.api.Outcome;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.transfer.TransferCommand;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.Surroundings;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the shell of transfers does, without Axon and without a store. */
public final class TransferRegisterInMemory implements TransferRegister {
  private final Map<String, Transfer> transfers = new TreeMap<>();

  public Map<String, Transfer> all() {
    return transfers;
  }

  @Override
  public @Nullable Transfer find(String transferId) {
    return transfers.get(transferId);
  }

  @Override
  public void put(Transfer transfer) {
    transfers.put(transfer.id(), transfer);
  }

  /**
   * @param record takes what was decided on one item
   */
  public Outcome send(
      TransferCommand command,
      Function<ItemId, StockItem> items,
      Surroundings surroundings,
      Consumer<ItemDraft> record) {
    Desk desk = new Desk(items, this, surroundings);
    Verdict verdict =
        switch (command) {
          case TransferCommand.RequestTransfer c -> new RequestRules(desk).decide(c);
          case TransferCommand.DispatchTransfer c -> new DispatchRules(desk).decide(c);
          case TransferCommand.ReceiveTransfer c -> new ReceiveRules(desk).decide(c);
          case TransferCommand.CancelTransfer c -> new EndRules(desk).cancel(c);
          case TransferCommand.CloseTransfer c -> new EndRules(desk).close(c);
        };
    return switch (verdict) {
      case Verdict.Refused refused -> new Outcome.Refused(refused.refusal());
      case Verdict.Accepted accepted -> {
        if (!accepted.drafts().touched().isEmpty()) {
          put(accepted.after());
        }
        accepted.drafts().touched().forEach(record);
        yield accepted.outcome();
      }
    };
  }
}
