package io.stockledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.api.Answer;
import io.stockledger.api.Query;
import io.stockledger.api.audit.AsOccurredView.ItemAsOccurred;
import io.stockledger.api.audit.HistoryQuery.FindAsOccurred;
import io.stockledger.api.audit.HistoryQuery.FindAsRecorded;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockQuery.FindStock;
import io.stockledger.api.stock.StockView;
import io.stockledger.command.reservation.RandomCommands;
import io.stockledger.command.reservation.TestLedger;
import io.stockledger.command.stock.RuleBook;
import io.stockledger.command.stock.SortAndFold;
import io.stockledger.command.stock.StockItem;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.testing.ReadDatabase;
import io.stockledger.query.InventoryQueryConfiguration;
import io.stockledger.query.reading.ReadModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Random histories through the real projections into a real database, and out of it by the real
 * queries. Run one again with {@code -Dhistories.seed=…}.
 */
class StoredHistoriesTest {
  private static final int HISTORIES = 70;
  private static final int MOMENTS = 2;

  private final ReadDatabase database = new ReadDatabase();
  private final HikariDataSource pool = pool();
  private final AtomicReference<Instant> clock = new AtomicReference<>(TestLedger.START);
  private final QueryGateway queries = queries();
  private final List<RecordedEvent> batch = new ArrayList<>();
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
    InventoryQueryConfiguration.subscribe(new ReadModel(pool, clock::get), bus);
    return DefaultQueryGateway.builder().queryBus(bus).build();
  }

  @Test
  void what_is_read_is_what_was_decided_now_and_at_any_moment_by_either_clock() {
    long seed = Long.getLong("histories.seed", System.nanoTime());
    System.out.println("histories.seed=" + seed);
    Random random = new Random(seed);
    List<TestLedger> ledgers = new ArrayList<>();
    for (int i = 0; i < HISTORIES; i++) {
      ledgers.add(history(random, i));
    }
    database.fold(batch);
    int items = 0;
    for (TestLedger ledger : ledgers) {
      for (StockItem item : ledger.items().values()) {
        if (item.exists()) {
          items++;
          assertSame(ledger, item, random, "-Dhistories.seed=" + seed);
        }
      }
    }
    assertThat(items).isGreaterThan(HISTORIES);
  }

  /** Each history has items of its own. */
  private TestLedger history(Random random, int number) {
    List<ItemId> items =
        List.of(
            new ItemId("L1", "A" + number),
            new ItemId("L2", "A" + number),
            new ItemId("L3", "A" + number));
    TestLedger ledger = new TestLedger();
    RandomCommands commands = new RandomCommands(random, ledger, items).naming("h" + number + "-r");
    int steps = 20 + random.nextInt(41);
    for (int step = 0; step < steps; step++) {
      ledger.send(commands.next());
    }
    Map<ItemId, Long> versions = new HashMap<>();
    for (StockEvent event : ledger.journal()) {
      long version = versions.merge(event.entry().item(), 1L, Long::sum);
      String stream = event.entry().item().stream();
      batch.add(new RecordedEvent(++position, stream, version, () -> event, Map.of()));
    }
    return ledger;
  }

  private void assertSame(TestLedger ledger, StockItem item, Random random, String again) {
    clock.set(item.now(TestLedger.START));
    StockView view = (StockView) view(new FindStock(item.item()));
    Instant now = clock.get();
    assertThat(view.version()).as(again).isEqualTo(item.version());
    assertThat(view.figures()).as(again).isEqualTo(without(item, now));
    assertThat(view.reservations())
        .as(again)
        .map(
            r ->
                new FoldedTables.Covered(
                    new FoldedTables.Line(r.reservationId(), r.line(), r.open(), r.expiresAt()),
                    r.uncovered()))
        .isEqualTo(covered(ledger, item, now));
    SortAndFold oracle = SortAndFold.of(ledger.entries(item.item()));
    for (int i = 0; i < MOMENTS; i++) {
      Instant moment = RandomCommands.anyMoment(random, ledger.clock());
      ItemAsOccurred there = view(new FindAsOccurred(item.item(), moment)).item();
      Map<Condition, Long> facts = oracle.figures(moment);
      assertThat(byCondition(there))
          .as("%s at %s, %s", item.item(), moment, again)
          .isEqualTo(facts);
      assertThat(there.contradiction())
          .isEqualTo(facts.values().stream().anyMatch(units -> units < 0) ? true : null);
      assertThat(view(new FindAsRecorded(item.item(), moment)).item().figures())
          .as("%s as recorded at %s, %s", item.item(), moment, again)
          .isEqualTo(asRecorded(ledger.entries(item.item()), item.item(), moment));
    }
  }

  private static List<FoldedTables.Covered> covered(
      TestLedger ledger, StockItem item, Instant now) {
    List<FoldedTables.Line> counting =
        FoldedTables.promised(ledger, item).stream()
            .filter(line -> !(line.expiresAt() instanceof Instant at) || at.isAfter(now))
            .toList();
    return FoldedTables.covered(item, counting);
  }

  /** The figures without what is due. */
  private static Figures without(StockItem item, Instant now) {
    return item.figures().plus(Change.ofPending(-RuleBook.due(item, now)));
  }

  private static Figures asRecorded(List<StockEvent> entries, ItemId id, Instant moment) {
    StockItem item = StockItem.absent(id);
    for (StockEvent event : entries) {
      if (!event.recordedAt().isAfter(moment)) {
        item = item.evolve(event);
      }
    }
    return without(item, moment);
  }

  private static Map<Condition, Long> byCondition(ItemAsOccurred there) {
    return Map.of(
        Condition.GOOD, there.good(),
        Condition.DAMAGED, there.damaged(),
        Condition.QUARANTINE, there.quarantine(),
        Condition.NON_SELLABLE, there.nonSellable());
  }

  private <V extends Answer.View> V view(Query<V> query) {
    return query.viewIn(queries.query(query, Answer.class).join());
  }
}
