package io.stockledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Outcome;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.api.stock.StockCommand.ResolveDiscrepancy;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.command.inbound.Inbound;
import io.stockledger.command.reservation.RandomCommands;
import io.stockledger.command.reservation.TestLedger;
import io.stockledger.command.stock.RuleBook;
import io.stockledger.command.stock.SortAndFold;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.transfer.Transfer;
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
    AllCommands commands = new AllCommands(random, ledger, items);
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
        // who resolves counts first, and is refused by what was counted
        if (command instanceof StockCommand c && !(c instanceof ResolveDiscrepancy)) {
          StockItem item = before.getOrDefault(c.item(), StockItem.absent(c.item()));
          RuleBook.justified(no.refusal(), item, item.now(ledger.clock()));
        }
        continue;
      }
      List<StockEvent> recorded = ledger.journal().subList(known, ledger.journal().size());
      Set<ItemId> touched = tables.fold(ledger.journal());
      tables.requireSame(ledger, touched);
      addsUp(ledger, items);
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

  /** What items keep, have in transit and expect is what the registers say of them. */
  private static void addsUp(TestLedger ledger, List<ItemId> items) {
    Map<ItemId, Long> kept = new HashMap<>();
    Map<ItemId, Long> inTransit = new HashMap<>();
    Map<ItemId, Long> expected = new HashMap<>();
    for (Transfer transfer : ledger.transfers().values()) {
      for (Transfer.Line line : transfer.lines()) {
        kept.merge(transfer.origin(line), line.setAside(), Long::sum);
        inTransit.merge(transfer.destination(line), line.inTransit(), Long::sum);
        if (line.dispatched() != line.received() + line.inTransit() + line.missing()) {
          throw new AssertionError("units of a transfer are lost or doubled: " + transfer);
        }
      }
    }
    for (Inbound inbound : ledger.inbounds().values()) {
      inbound.lines().forEach(line -> expected.merge(inbound.item(line), line.open(), Long::sum));
    }
    for (ItemId id : items) {
      StockItem item = ledger.item(id);
      if (item.keptForTransfers() != kept.getOrDefault(id, 0L)
          || item.figures().inTransit() != inTransit.getOrDefault(id, 0L)
          || item.figures().expected() != expected.getOrDefault(id, 0L)) {
        throw new AssertionError(
            "%s: %s kept, %s in transit, %s expected".formatted(item, kept, inTransit, expected));
      }
    }
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
