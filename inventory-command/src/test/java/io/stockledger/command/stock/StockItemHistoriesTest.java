package io.stockledger.command.stock;

import static io.stockledger.command.reservation.TestLedger.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Outcome;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.command.reservation.RandomCommands;
import io.stockledger.command.reservation.TestLedger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random histories of one item over all commands, with late facts, counts, reversals, expiries and
 * a moving clock. Run one again with {@code -Dhistories.seed=…}.
 */
class StockItemHistoriesTest {
  private static final int HISTORIES = 2_000;
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
    SortAndFold oracle = new SortAndFold();
    int refusals = 0;
    int steps = 5 + random.nextInt(56);
    for (int step = 0; step < steps; step++) {
      StockItem before = ledger.item();
      int known = ledger.entries(ITEM).size();
      if (ledger.send(commands.next()) instanceof Outcome.Refused refused) {
        refusals++;
        if (!ledger.item().equals(before) || ledger.entries(ITEM).size() != known) {
          throw new AssertionError(refused + " changed " + before);
        }
        RuleBook.justified(refused.refusal(), before, before.now(ledger.clock()));
      }
      List<StockEvent> entries = ledger.entries(ITEM);
      RuleBook.follow(before, entries.subList(known, entries.size()), oracle);
      RuleBook.agreesToday(oracle, ledger.figures());
      RuleBook.agreesAt(oracle, ledger.figures(), RandomCommands.anyMoment(random, ledger.clock()));
    }
    if (sampled) {
      StockItem item = ledger.item();
      assertThat(JSON.readValue(JSON.writeValueAsString(item), StockItem.class)).isEqualTo(item);
    }
    return refusals;
  }
}
