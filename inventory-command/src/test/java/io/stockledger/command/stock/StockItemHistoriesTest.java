package io.stockledger.command.stock;

import static io.stockledger.command.reservation.TestLedger.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Outcome;
import io.stockledger.api.Refusal;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Entry;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockRefusal.ExceedsOnHand;
import io.stockledger.api.stock.StockRefusal.ExceedsSetAside;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import io.stockledger.command.reservation.RandomCommands;
import io.stockledger.command.reservation.TestLedger;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random histories of one item over all commands, with late facts, counts, reversals, expiries and
 * a moving clock. Run one again with {@code -Dhistories.seed=…}.
 */
class StockItemHistoriesTest {
  private static final int HISTORIES = 10_000;
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void every_history_keeps_every_promise_of_the_rule_book() {
    long seed = Long.getLong("histories.seed", System.nanoTime());
    System.out.println("histories.seed=" + seed);
    Random seeds = new Random(seed);
    int refused = 0;
    for (int i = 0; i < HISTORIES; i++) {
      long one = seeds.nextLong();
      try {
        refused += history(new Random(one), i % 50 == 0);
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError(
            "history %d of -Dhistories.seed=%d broke: %s".formatted(i, seed, broken.getMessage()),
            broken);
      }
    }
    assertThat(refused).as("refusals happened").isPositive();
  }

  private static int history(Random random, boolean sampled) {
    TestLedger ledger = new TestLedger();
    RandomCommands commands = new RandomCommands(random, ledger, List.of(ITEM));
    int refusals = 0;
    int steps = 5 + random.nextInt(56);
    for (int step = 0; step < steps; step++) {
      StockItem before = ledger.item();
      int known = ledger.entries(ITEM).size();
      Outcome outcome = ledger.send(commands.next());
      if (outcome instanceof Outcome.Refused refused) {
        refusals++;
        assertThat(ledger.item()).isEqualTo(before);
        assertThat(ledger.entries(ITEM)).hasSize(known);
        justified(refused.refusal(), before, before.now(ledger.clock()));
      }
      follow(before, ledger.entries(ITEM).subList(known, ledger.entries(ITEM).size()));
      agree(ledger, random);
    }
    replayed(ledger);
    if (sampled) {
      StockItem item = ledger.item();
      assertThat(JSON.readValue(JSON.writeValueAsString(item), StockItem.class)).isEqualTo(item);
    }
    return refusals;
  }

  private static void justified(Refusal refusal, StockItem before, Instant now) {
    long due =
        before.promises().due(now, Integer.MAX_VALUE).stream()
            .mapToLong(OpenPromise::quantity)
            .sum();
    Figures f = before.figures();
    switch (refusal) {
      case InsufficientStock r -> {
        assertThat(r.requested()).isGreaterThan(r.available());
        assertThat(r.available())
            .isEqualTo(Math.max(0, f.good() - f.reserved() + due - f.setAside()));
      }
      case ExceedsOnHand r -> {
        assertThat(r.requested()).isGreaterThan(r.onHand());
        assertThat(r.onHand()).isLessThanOrEqualTo(f.of(r.condition()));
      }
      case ExceedsSetAside r -> {
        assertThat(r.requested()).isGreaterThan(r.setAside());
        assertThat(r.setAside()).isEqualTo(f.setAside());
      }
      default -> assertThat(refusal.type()).isNotEmpty();
    }
  }

  private static void follow(StockItem before, List<StockEvent> events) {
    StockItem item = before;
    for (StockEvent event : events) {
      Figures was = item.figures();
      item = item.evolve(event);
      long rise = item.figures().uncovered() - was.uncovered();
      if (rise > 0) {
        assertThat(mayUncover(event)).as("%s uncovered %d", event, rise).isTrue();
      }
      long named =
          event.entry().uncovers() == null
              ? 0
              : event.entry().uncovers().stream().mapToLong(Entry.Uncovered::quantity).sum();
      assertThat(named)
          .isEqualTo(rise <= 0 ? 0 : lackingPromises(item.figures()) - lackingPromises(was));
      assertThat(event.entry().nextDue()).isEqualTo(item.nextDue());
    }
  }

  private static long lackingPromises(Figures figures) {
    return Math.min(figures.reserved(), figures.uncovered());
  }

  private static boolean mayUncover(StockEvent event) {
    return event instanceof StockEvent.StockCounted
        || event instanceof StockEvent.StockAdjusted
        || event instanceof StockEvent.StockConditionChanged
        || event instanceof StockEvent.StockReversed
        || (event instanceof StockEvent.StockPicked pick && pick.happened());
  }

  private static void agree(TestLedger ledger, Random random) {
    List<StockEvent> entries = ledger.entries(ITEM);
    Figures figures = ledger.figures();
    Instant moment = RandomCommands.anyMoment(random, ledger.clock());
    for (Condition condition : Condition.values()) {
      assertThat(SortAndFold.figure(entries, condition, Instant.MAX))
          .as("%s today, by occurrence", condition)
          .isEqualTo(figures.of(condition));
      assertThat(byEffects(entries, condition, moment))
          .as("%s at %s", condition, moment)
          .isEqualTo(SortAndFold.figure(entries, condition, moment));
    }
    for (int v = 0; v < entries.size(); v++) {
      if (entries.get(v) instanceof StockEvent.StockCounted count && v == entries.size() - 1) {
        count
            .book()
            .forEach(
                (condition, book) ->
                    assertThat(book)
                        .isEqualTo(
                            SortAndFold.figure(
                                entries.subList(0, entries.size() - 1),
                                condition,
                                count.occurredAt())));
      }
    }
  }

  /** What a reader has that knows no rule: the stated effects, walked back from today. */
  private static long byEffects(List<StockEvent> entries, Condition condition, Instant moment) {
    boolean countedSince =
        entries.stream()
            .anyMatch(
                e ->
                    e instanceof StockEvent.StockCounted c
                        && c.counted().containsKey(condition)
                        && e.occurredAt().isAfter(moment));
    if (countedSince) {
      return SortAndFold.figure(entries, condition, moment);
    }
    long figure = entries.stream().mapToLong(e -> e.entry().change().of(condition)).sum();
    for (StockEvent event : entries) {
      if (event.occurredAt().isAfter(moment)) {
        figure -= event.entry().moved(condition);
      }
    }
    return figure;
  }

  private static void replayed(TestLedger ledger) {
    StockItem replayed = StockItem.absent(ITEM);
    Change sum = Change.NONE;
    for (StockEvent event : ledger.entries(ITEM)) {
      replayed = replayed.evolve(event);
      sum = sum.plus(event.entry().change());
    }
    assertThat(replayed).isEqualTo(ledger.item());
    assertThat(Figures.ZERO.plus(sum)).isEqualTo(ledger.figures());
  }
}
