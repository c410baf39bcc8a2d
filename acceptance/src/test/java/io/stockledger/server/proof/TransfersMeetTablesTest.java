package io.stockledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.api.Answer;
import io.stockledger.api.Circumstances;
import io.stockledger.api.Page;
import io.stockledger.api.Query;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.ReceiveStock;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockQuery.FindStock;
import io.stockledger.api.stock.StockView;
import io.stockledger.api.stock.StockView.OpenTransfer;
import io.stockledger.api.transfer.TransferCard;
import io.stockledger.api.transfer.TransferOutcome.TransferAfter;
import io.stockledger.api.transfer.TransferPart;
import io.stockledger.api.transfer.TransferQuery.FindTransfer;
import io.stockledger.api.transfer.TransferQuery.ListTransfers;
import io.stockledger.api.transfer.TransferState;
import io.stockledger.command.reservation.RandomCommands;
import io.stockledger.command.reservation.TestLedger;
import io.stockledger.command.transfer.RandomTransfers;
import io.stockledger.command.transfer.Transfer;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.testing.ReadDatabase;
import io.stockledger.query.InventoryQueryConfiguration;
import io.stockledger.query.reading.ReadModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Random histories of transfers through the real projections into a real database, in batches of
 * any size, and out of it by the real queries: what is read is what the register decided by. Run
 * one again with {@code -Dhistories.seed=…}.
 */
class TransfersMeetTablesTest {
  private static final int HISTORIES = 100;

  private final ReadDatabase database = new ReadDatabase();
  private final HikariDataSource pool = pool();
  private final QueryGateway queries = queries();
  private long position;

  private HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database.dataSource());
    config.setMaximumPoolSize(1);
    return new HikariDataSource(config);
  }

  @AfterEach
  void closed() {
    pool.close();
  }

  private QueryGateway queries() {
    SimpleQueryBus bus = SimpleQueryBus.builder().build();
    InventoryQueryConfiguration.subscribe(new ReadModel(pool, () -> TestLedger.START), bus);
    return DefaultQueryGateway.builder().queryBus(bus).build();
  }

  @Test
  void what_is_read_of_transfers_is_what_was_decided() {
    long seed = Long.getLong("histories.seed", System.nanoTime());
    System.out.println("histories.seed=" + seed);
    Random random = new Random(seed);
    List<TestLedger> ledgers = new ArrayList<>();
    List<RecordedEvent> events = new ArrayList<>();
    for (int i = 0; i < HISTORIES; i++) {
      ledgers.add(history(random, i, events));
    }
    int from = 0;
    while (from < events.size()) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(400));
      database.fold(events.subList(from, to));
      from = to;
    }
    Map<TransferState, Long> states = new HashMap<>();
    for (TestLedger ledger : ledgers) {
      ledger.transfers().values().forEach(t -> states.merge(t.state(), 1L, Long::sum));
      assertSame(ledger, "-Dhistories.seed=" + seed);
    }
    assertThat(states).hasSize(TransferState.values().length);
    states.forEach((state, count) -> assertThat(found(state)).isEqualTo(count));
  }

  private TestLedger history(Random random, int number, List<RecordedEvent> events) {
    List<ItemId> items =
        List.of(
            new ItemId("L1", "A" + number),
            new ItemId("L2", "A" + number),
            new ItemId("L3", "B" + number),
            new ItemId("L2", "B" + number));
    TestLedger ledger = new TestLedger();
    RandomCommands others = new RandomCommands(random, ledger, items).naming("h" + number + "-r");
    RandomTransfers transfers =
        new RandomTransfers(random, ledger, items).naming("h" + number + "-t");
    for (ItemId item : items.subList(0, 3)) {
      ledger.accepted(new ReceiveStock(item, Condition.GOOD, 40, Circumstances.NONE));
    }
    int steps = 30 + random.nextInt(50);
    for (int step = 0; step < steps; step++) {
      ledger.send(random.nextInt(3) == 0 ? others.next() : transfers.next());
    }
    Map<ItemId, Long> versions = new HashMap<>();
    for (StockEvent event : ledger.journal()) {
      long version = versions.merge(event.entry().item(), 1L, Long::sum);
      String stream = event.entry().item().stream();
      events.add(new RecordedEvent(++position, stream, version, () -> event, Map.of()));
    }
    return ledger;
  }

  private void assertSame(TestLedger ledger, String again) {
    for (Transfer transfer : ledger.transfers().values()) {
      TransferCard card = view(new FindTransfer(transfer.id())).transfer();
      assertThat(
              inOrder(
                  new TransferAfter(
                      card.transferId(),
                      card.state(),
                      card.from(),
                      card.to(),
                      card.expectedAt(),
                      card.lines(),
                      card.parts())))
          .as(again)
          .isEqualTo(inOrder(transfer.shown()));
      assertThat(card.reference()).isEqualTo(transfer.reference());
      assertThat(card.closedAt() == null).isEqualTo(card.state().isOpen());
    }
    for (ItemId id : ledger.items().keySet()) {
      StockView card = (StockView) view(new FindStock(id));
      assertThat(card.transfers()).as("%s, %s", id, again).isEqualTo(open(ledger, id));
      assertThat(card.openTransfers()).isEqualTo(card.transfers().size());
    }
  }

  /** Parts by name: two items tell of them in an order of their own. */
  private static TransferAfter inOrder(TransferAfter transfer) {
    return new TransferAfter(
        transfer.transferId(),
        transfer.state(),
        transfer.from(),
        transfer.to(),
        transfer.expectedAt(),
        transfer.lines().stream().sorted(Comparator.comparing(l -> l.line())).toList(),
        transfer.parts().stream()
            .map(
                part ->
                    new TransferPart(
                        part.part(),
                        part.expectedAt(),
                        part.lines().stream().sorted(Comparator.comparing(l -> l.line())).toList()))
            .sorted(Comparator.comparing(TransferPart::part))
            .toList());
  }

  private static List<OpenTransfer> open(TestLedger ledger, ItemId id) {
    List<OpenTransfer> open = new ArrayList<>();
    for (Transfer transfer : ledger.transfers().values()) {
      boolean leaves = transfer.from().equals(id.location());
      if (!leaves && !transfer.to().equals(id.location())) {
        continue;
      }
      long setAside = 0;
      long inTransit = 0;
      for (var line : transfer.shown().lines()) {
        if (line.sku().equals(id.sku())) {
          setAside += line.setAside();
          inTransit += line.inTransit();
        }
      }
      if (setAside + inTransit > 0) {
        open.add(
            new OpenTransfer(
                transfer.id(),
                leaves ? StockView.Direction.OUT : StockView.Direction.IN,
                leaves ? transfer.to() : transfer.from(),
                setAside,
                inTransit,
                null));
      }
    }
    return open;
  }

  private long found(TransferState state) {
    long found = 0;
    Page page = Page.FIRST;
    while (true) {
      var list = view(new ListTransfers(null, null, null, null, state, null, null, null, page));
      assertThat(list.items()).allMatch(card -> card.state() == state);
      found += list.items().size();
      if (list.next() == null) {
        return found;
      }
      page = new Page(Page.DEFAULT_LIMIT, list.next());
    }
  }

  private <V extends Answer.View> V view(Query<V> query) {
    return query.viewIn(queries.query(query, Answer.class).join());
  }
}
