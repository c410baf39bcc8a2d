package io.stockledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.api.Answer;
import io.stockledger.api.Circumstances;
import io.stockledger.api.Page;
import io.stockledger.api.audit.AsOccurredListView;
import io.stockledger.api.audit.AsOccurredView.ItemAsOccurred;
import io.stockledger.api.audit.HistoryQuery.ListAsOccurred;
import io.stockledger.api.location.LocationEvent.LocationRegistered;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.stock.AdjustReason;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.api.stock.StockCommand.AdjustStock;
import io.stockledger.api.stock.StockCommand.ChangeCondition;
import io.stockledger.api.stock.StockCommand.CountStock;
import io.stockledger.api.stock.StockCommand.PickStock;
import io.stockledger.api.stock.StockCommand.ReceiveStock;
import io.stockledger.api.stock.StockCommand.ReturnStock;
import io.stockledger.api.stock.StockCommand.StateTotal;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.command.reservation.TestLedger;
import io.stockledger.command.stock.SortAndFold;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.testing.ReadDatabase;
import io.stockledger.query.InventoryQueryConfiguration;
import io.stockledger.query.reading.ReadModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Facts of ten days that are told in any order: on every day, and by what the ledger decides on
 * today, every item had what a plain sort by occurrence and fold says. Run one again with {@code
 * -Dhistories.seed=…}.
 */
@Execution(ExecutionMode.CONCURRENT)
class BackDatingTest {
  private static final int HISTORIES = 1_000;
  private static final int DAYS = 10;
  private static final List<String> LOCATIONS = List.of("L1", "L2");
  private static final List<Condition> CONDITIONS = List.of(Condition.values());

  private final ReadDatabase database = new ReadDatabase();
  private final HikariDataSource pool = pool();
  private final QueryGateway queries = queries();
  private final List<RecordedEvent> batch = new ArrayList<>();
  private final long seed = Long.getLong("histories.seed", System.nanoTime());
  private long position;

  private HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database.dataSource());
    config.setMaximumPoolSize(1);
    return new HikariDataSource(config);
  }

  private QueryGateway queries() {
    SimpleQueryBus bus = SimpleQueryBus.builder().build();
    InventoryQueryConfiguration.subscribe(new ReadModel(pool, () -> day(DAYS + 1)), bus);
    return DefaultQueryGateway.builder().queryBus(bus).build();
  }

  @AfterEach
  void closed() {
    pool.close();
  }

  @Test
  void on_every_day_every_item_had_what_a_sort_and_fold_says() {
    System.out.println("histories.seed=" + seed);
    Random random = new Random(seed);
    Map<ItemId, SortAndFold> oracles = new HashMap<>();
    LOCATIONS.forEach(this::register);
    for (int i = 0; i < HISTORIES; i++) {
      history(random, "S" + i, oracles);
    }
    database.fold(batch);
    int compared = 0;
    for (int day = 0; day <= DAYS; day++) {
      Instant moment = day(day);
      Map<ItemId, Map<Condition, Long>> read = read(moment);
      for (Map.Entry<ItemId, SortAndFold> item : oracles.entrySet()) {
        Map<Condition, Long> told = read.getOrDefault(item.getKey(), counted(0, 0, 0, 0));
        assertThat(told)
            .as("%s on day %d, -Dhistories.seed=%d", item.getKey(), day, seed)
            .isEqualTo(item.getValue().figures(moment));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(HISTORIES * DAYS);
  }

  private void register(String location) {
    Instant at = TestLedger.START;
    LocationRegistered registered =
        new LocationRegistered(
            location, location, LocationKind.STORE, "UTC", LocationTraits.NONE, at, at);
    String stream = RegisterLocation.stream(location);
    batch.add(new RecordedEvent(++position, stream, 1, () -> registered, Map.of()));
  }

  private static Instant day(int day) {
    return TestLedger.START.plus(Duration.ofDays(day));
  }

  private void history(Random random, String sku, Map<ItemId, SortAndFold> oracles) {
    TestLedger ledger = new TestLedger().at(day(DAYS));
    int steps = 8 + random.nextInt(20);
    for (int step = 0; step < steps; step++) {
      ledger.after(Duration.ofMinutes(random.nextInt(30)));
      ItemId item = new ItemId(LOCATIONS.get(random.nextInt(LOCATIONS.size())), sku);
      ledger.send(command(random, item, step, occurred(random)));
    }
    Map<ItemId, Long> versions = new HashMap<>();
    for (StockEvent event : ledger.journal()) {
      ItemId item = event.entry().item();
      long version = versions.merge(item, 1L, Long::sum);
      batch.add(new RecordedEvent(++position, item.stream(), version, () -> event, Map.of()));
    }
    for (ItemId item : versions.keySet()) {
      SortAndFold oracle = SortAndFold.of(ledger.entries(item));
      oracles.put(item, oracle);
      assertToday(ledger.item(item).figures(), oracle, item);
    }
  }

  /** Half of the moments are shared by many facts, some of them the very end of a day. */
  private static Instant occurred(Random random) {
    int minutes = random.nextInt(24 * 60);
    return day(random.nextInt(DAYS))
        .plus(Duration.ofMinutes(random.nextBoolean() ? minutes : minutes / 720 * 720));
  }

  /** What the ledger decides by is what there was at last, whatever the order of telling. */
  private void assertToday(Figures today, SortAndFold oracle, ItemId item) {
    Map<Condition, Long> last = oracle.figures(day(DAYS + 1));
    for (Condition condition : CONDITIONS) {
      assertThat(today.of(condition))
          .as("%s of %s today, -Dhistories.seed=%d", condition, item, seed)
          .isEqualTo(last.get(condition));
    }
  }

  private static StockCommand command(Random random, ItemId item, int step, Instant occurred) {
    Circumstances told = told(occurred, null);
    long units = 1L + random.nextInt(9);
    Condition condition = CONDITIONS.get(random.nextInt(CONDITIONS.size()));
    return switch (random.nextInt(9)) {
      case 0, 1 -> new ReceiveStock(item, condition, units, told);
      case 2 -> new PickStock(item, units, true, told);
      case 3 -> new AdjustStock(item, condition, -units, AdjustReason.SHRINK, null, told);
      case 4 -> new ReturnStock(item, condition, units, told);
      case 5 -> new ChangeCondition(item, Condition.GOOD, condition, units, told);
      case 6 -> new StateTotal(item, step, Map.of(Condition.GOOD, units), told(occurred, "WMS"));
      default ->
          new CountStock(
              item,
              random.nextBoolean() ? Map.of(Condition.GOOD, units) : Map.of(condition, units),
              CountMethod.RFID,
              CountKind.CYCLE_COUNT,
              null,
              told);
    };
  }

  private static Circumstances told(Instant occurred, @Nullable String source) {
    return new Circumstances(occurred, source, null, null, null, true);
  }

  private Map<ItemId, Map<Condition, Long>> read(Instant moment) {
    Map<ItemId, Map<Condition, Long>> read = new HashMap<>();
    for (String location : LOCATIONS) {
      String cursor = null;
      do {
        ListAsOccurred query =
            new ListAsOccurred(location, moment, new Page(Page.MAX_LIMIT, cursor));
        AsOccurredListView page = query.viewIn(queries.query(query, Answer.class).join());
        for (ItemAsOccurred item : page.items()) {
          read.put(
              new ItemId(item.location(), item.sku()),
              counted(item.good(), item.damaged(), item.quarantine(), item.nonSellable()));
        }
        cursor = page.next();
      } while (cursor != null);
    }
    return read;
  }

  private static Map<Condition, Long> counted(
      long good, long damaged, long quarantine, long nonSellable) {
    return Map.of(
        Condition.GOOD, good,
        Condition.DAMAGED, damaged,
        Condition.QUARANTINE, quarantine,
        Condition.NON_SELLABLE, nonSellable);
  }
}
