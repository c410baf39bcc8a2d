package io.stockledger.server.wiring;

import io.stockledger.api.stock.ItemId;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.StockItemAggregate;
import io.stockledger.ledger.LedgerRepository;
import io.stockledger.ledger.store.LedgerReader;
import io.stockledger.server.location.ItemsOfPlace;
import io.stockledger.server.write.ItemsRecalled;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Has the decider read items that a command to come will look at, a few in each batch. */
final class RecalledItems implements ItemsOfPlace {
  /** So few that even items of many entries keep others waiting for a moment only. */
  private static final int AT_ONCE = 50;

  private static final int LONGEST_WAIT_SECONDS = 30;

  private final LedgerReader reader;
  private final LedgerRepository<StockItemAggregate, StockItem> items;
  private final CommandGateway gateway;

  RecalledItems(
      LedgerReader reader,
      LedgerRepository<StockItemAggregate, StockItem> items,
      CommandGateway gateway) {
    this.reader = reader;
    this.items = items;
    this.gateway = gateway;
  }

  /** Reads these items, and changes nothing. */
  record RecallItems(List<String> streams) {}

  @CommandHandler
  ItemsRecalled on(RecallItems command) {
    command.streams().forEach(items::stateOf);
    return new ItemsRecalled(command.streams().size());
  }

  @Override
  public void recall(String location) {
    List<String> streams = reader.streamsWithPrefix(ItemId.streamsAt(location));
    for (int i = 0; i + AT_ONCE < streams.size(); i += AT_ONCE) {
      gateway.sendAndWait(
          new RecallItems(streams.subList(i, i + AT_ONCE)), LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    }
  }
}
