package io.stockledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Outcome;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.command.reservation.RandomCommands;
import io.stockledger.command.reservation.TestLedger;
import io.stockledger.command.stock.RuleBook;
import io.stockledger.command.stock.SortAndFold;
import io.stockledger.command.stock.StockItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random histories over all commands, of one item and of three that share reservations: after every
 * command the tables say what the items and the register decided by. Run one again with {@code
 * -Dhistories.seed=…}.
 */
class HistoriesMeetTablesTest {
  private static final int HISTORIES = 10_000;
  private static final List<ItemId> ITEMS =
      List.of(new ItemId("L1", "A"), new ItemId("L2", "A"), new ItemId("L3", "A"));

  @Test
  void what_is_decided_by_and_what_is_folded_is_the_same_after_every_command() {
    long seed = Long.getLong("histories.seed", System.nanoTime());
    System.out.println("histories.seed=" + seed);
    Random seeds = new Random(seed);
    int refused = 0;
    for (int i = 0; i < HISTORIES; i++) {
      Random random = new Random(seeds.nextLong());
      try {
        refused += history(random, i % 4 == 0 ? ITEMS.subList(0, 1) : ITEMS);
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError(
            "history %d of -Dhistories.seed=%d broke: %s".formatted(i, seed, broken.getMessage()),
            broken);
      }
    }
    assertThat(refused).as("refusals happened").isPositive();
  }

  private static int history(Random random, List<ItemId> items) {
    TestLedger ledger = new TestLedger();
    RandomCommands commands = new RandomCommands(random, ledger, items);
    FoldedTables tables = new FoldedTables();
    Map<ItemId, SortAndFold> oracles = new HashMap<>();
    items.forEach(item -> oracles.put(item, new SortAndFold()));
    int refused = 0;
    int steps = 5 + random.nextInt(56);
    for (int step = 0; step < steps; step++) {
      Map<ItemId, StockItem> before = new HashMap<>(ledger.items());
      int known = ledger.journal().size();
      Object command = commands.next();
      if (ledger.send(command) instanceof Outcome.Refused no) {
        refused++;
        requireUnchanged(ledger, before, known, no);
        if (command instanceof StockCommand c) {
          StockItem item = before.getOrDefault(c.item(), StockItem.absent(c.item()));
          RuleBook.justified(no.refusal(), item, item.now(ledger.clock()));
        }
        continue;
      }
      List<StockEvent> recorded = ledger.journal().subList(known, ledger.journal().size());
      Set<ItemId> touched = tables.fold(ledger.journal());
      tables.requireSame(ledger, touched);
      for (ItemId item : touched) {
        SortAndFold oracle = Objects.requireNonNull(oracles.get(item));
        follow(item, before, recorded, oracle);
        RuleBook.agreesToday(oracle, ledger.item(item).figures());
      }
    }
    tables.requireReplayed(ledger);
    Instant moment = RandomCommands.anyMoment(random, ledger.clock());
    oracles.forEach(
        (item, oracle) -> RuleBook.agreesAt(oracle, ledger.item(item).figures(), moment));
    return refused;
  }

  private static void requireUnchanged(
      TestLedger ledger, Map<ItemId, StockItem> before, int known, Outcome.Refused no) {
    if (!ledger.items().equals(before) || ledger.journal().size() != known) {
      throw new AssertionError(no + " changed something");
    }
  }

  private static void follow(
      ItemId item, Map<ItemId, StockItem> before, List<StockEvent> recorded, SortAndFold oracle) {
    StockItem known = before.getOrDefault(item, StockItem.absent(item));
    RuleBook.follow(
        known, recorded.stream().filter(e -> e.entry().item().equals(item)).toList(), oracle);
  }
}
