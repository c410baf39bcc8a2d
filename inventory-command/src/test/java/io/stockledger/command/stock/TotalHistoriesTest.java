package io.stockledger.command.stock;

import static io.stockledger.command.reservation.TestLedger.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Circumstances;
import io.stockledger.api.location.LocationSource;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.StockCommand.SetThreshold;
import io.stockledger.api.stock.StockCommand.StateTotal;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import io.stockledger.command.reservation.RandomCommands;
import io.stockledger.command.reservation.TestLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random histories of one item that people count and feeds state totals of, among late movements,
 * promises and a threshold. Run one again with {@code -Dhistories.seed=…}.
 */
class TotalHistoriesTest {
  private static final int HISTORIES = 1_000;
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Condition> CONDITIONS = List.of(Condition.values());
  private static final List<String> FEEDS = List.of("WMS", "POS", "A", "B");

  private final Map<String, Long> sequences = new HashMap<>();
  private int won;
  private int lost;

  @Test
  void totals_are_absolute_where_they_won_and_nothing_where_they_lost() {
    long seed = Long.getLong("histories.seed", System.nanoTime());
    System.out.println("histories.seed=" + seed);
    Random seeds = new Random(seed);
    for (int i = 0; i < HISTORIES; i++) {
      long one = seeds.nextLong();
      try {
        history(new Random(one), i % 20 == 0);
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError(
            "history %d of -Dhistories.seed=%d broke: %s".formatted(i, seed, broken.getMessage()),
            broken);
      }
    }
    assertThat(won).as("won").isPositive();
    assertThat(lost).as("lost").isPositive();
  }

  private void history(Random random, boolean sampled) {
    TestLedger ledger = new TestLedger().trusting(order(random));
    RandomCommands others = new RandomCommands(random, ledger, List.of(ITEM));
    SortAndFold oracle = new SortAndFold();
    sequences.clear();
    int steps = 5 + random.nextInt(46);
    for (int step = 0; step < steps; step++) {
      StockItem before = ledger.item();
      int known = ledger.entries(ITEM).size();
      ledger.send(next(random, ledger, others));
      List<StockEvent> entries = ledger.entries(ITEM);
      List<StockEvent> recorded = entries.subList(known, entries.size());
      recorded.forEach(this::require);
      RuleBook.follow(before, recorded, oracle);
      RuleBook.agreesToday(oracle, ledger.figures());
      RuleBook.agreesAt(oracle, ledger.figures(), RandomCommands.anyMoment(random, ledger.clock()));
      thresholdHolds(ledger.item(), !recorded.isEmpty());
    }
    if (sampled) {
      StockItem item = ledger.item();
      assertThat(JSON.readValue(JSON.writeValueAsString(item), StockItem.class)).isEqualTo(item);
    }
  }

  private void require(StockEvent event) {
    if (!(event instanceof StockTotalStated total)) {
      return;
    }
    if (total.won()) {
      won++;
    } else {
      lost++;
      for (Condition condition : CONDITIONS) {
        if (event.entry().change().of(condition) != 0 || event.entry().moved(condition) != 0) {
          throw new AssertionError("it lost and moved something: " + total);
        }
      }
    }
  }

  /** After every entry of it, an item is low at its threshold and not low where it has enough. */
  private static void thresholdHolds(StockItem item, boolean touched) {
    LowStock threshold = item.lowStock();
    long available = item.figures().available();
    if (touched
        && threshold != null
        && (threshold.isLow() ? available >= threshold.restored() : available <= threshold.low())) {
      throw new AssertionError(available + " available, and " + threshold);
    }
  }

  private Object next(Random random, TestLedger ledger, RandomCommands others) {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> total(random, ledger);
      case 3 -> threshold(random);
      default -> others.next();
    };
  }

  private StateTotal total(Random random, TestLedger ledger) {
    String feed = FEEDS.get(random.nextInt(FEEDS.size()));
    long sequence =
        random.nextInt(6) == 0 ? random.nextInt(5) : sequences.merge(feed, 1L, Long::sum);
    Map<Condition, Long> stated = new EnumMap<>(Condition.class);
    stated.put(condition(random), (long) random.nextInt(15));
    if (random.nextInt(3) == 0) {
      stated.put(condition(random), (long) random.nextInt(15));
    }
    @Nullable Instant seen =
        random.nextBoolean() ? null : RandomCommands.anyMoment(random, ledger.clock());
    return new StateTotal(
        ITEM, sequence, stated, new Circumstances(seen, feed, null, null, null, false));
  }

  private static SetThreshold threshold(Random random) {
    long low = random.nextInt(8);
    String rule = random.nextBoolean() ? null : "r" + random.nextInt(2);
    return random.nextInt(4) == 0
        ? new SetThreshold(ITEM, null, null, rule, Circumstances.NONE)
        : new SetThreshold(ITEM, low, low + 1 + random.nextInt(4), rule, Circumstances.NONE);
  }

  private static Condition condition(Random random) {
    return random.nextInt(3) > 0
        ? Condition.GOOD
        : CONDITIONS.get(random.nextInt(CONDITIONS.size()));
  }

  /** Sometimes none, sometimes counts below a feed. */
  private static LocationSource[] order(Random random) {
    LocationSource count = source(LocationSource.COUNT, random);
    LocationSource wms = source("WMS", random);
    LocationSource pos = source("POS", random);
    return switch (random.nextInt(4)) {
      case 0 -> new LocationSource[0];
      case 1 -> new LocationSource[] {wms, pos};
      case 2 -> new LocationSource[] {wms, count, pos};
      default -> new LocationSource[] {count, wms, pos};
    };
  }

  private static LocationSource source(String name, Random random) {
    return new LocationSource(name, Duration.ofMinutes(random.nextInt(15)), null);
  }
}
