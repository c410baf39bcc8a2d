package io.stockledger.command.stock;

import static io.stockledger.command.reservation.TestLedger.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Outcome;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyClosed;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyExplained;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.api.stock.StockCommand.Correction;
import io.stockledger.api.stock.StockCommand.Counted;
import io.stockledger.api.stock.StockCommand.FlagDiscrepancy;
import io.stockledger.api.stock.StockCommand.ResolveDiscrepancy;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.command.reservation.RandomCommands;
import io.stockledger.command.reservation.TestLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random histories in which shelf and book disagree, among all other commands: an id is opened
 * once, closed once, never without a reason, and never by an associate while it waits for a
 * manager. Run one again with {@code -Dhistories.seed=…}.
 */
class DiscrepancyHistoriesTest {
  private static final int HISTORIES = 500;
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void every_discrepancy_is_opened_once_and_closed_once_for_a_reason() {
    long seed = Long.getLong("histories.seed", System.nanoTime());
    System.out.println("histories.seed=" + seed);
    Random seeds = new Random(seed);
    int closed = 0;
    for (int i = 0; i < HISTORIES; i++) {
      long one = seeds.nextLong();
      try {
        closed += history(new Random(one));
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError(
            "history %d of -Dhistories.seed=%d broke: %s".formatted(i, seed, broken.getMessage()),
            broken);
      }
    }
    assertThat(closed).as("some were closed").isPositive();
  }

  private static int history(Random random) {
    TestLedger ledger = new TestLedger();
    RandomCommands others = new RandomCommands(random, ledger, List.of(ITEM));
    Story story = new Story();
    for (int step = 0; step < 40; step++) {
      ledger.after(Duration.ofSeconds(random.nextInt(90)));
      Object command = random.nextBoolean() ? others.next() : next(random, ledger);
      StockItem before = ledger.item();
      int known = ledger.entries(ITEM).size();
      Outcome outcome = ledger.send(command);
      List<StockEvent> entries = ledger.entries(ITEM);
      if (outcome instanceof Outcome.Refused) {
        assertThat(ledger.item()).isEqualTo(before);
      }
      boolean manager = command instanceof ResolveDiscrepancy c && c.mayApprove();
      entries.subList(known, entries.size()).forEach(event -> story.follow(event, manager));
      assertThat(List.copyOf(ledger.item().openDiscrepancies().keySet()))
          .isEqualTo(List.copyOf(story.waits.keySet()));
    }
    StockItem item = ledger.item();
    if (item.exists()) {
      assertThat(JSON.readValue(JSON.writeValueAsString(item), StockItem.class)).isEqualTo(item);
    }
    return story.closed.size();
  }

  /** What an outsider makes of the entries. */
  private static final class Story {
    private final Map<String, Boolean> waits = new TreeMap<>();
    private final Map<String, @Nullable String> reasons = new HashMap<>();
    private final Set<String> closed = new HashSet<>();

    void follow(StockEvent event, boolean manager) {
      switch (event) {
        case StockDiscrepancyOpened e -> {
          assertThat(waits.put(e.discrepancyId(), false)).as("opened once").isNull();
          assertThat(closed).doesNotContain(e.discrepancyId());
        }
        case StockDiscrepancyExplained e -> {
          assertThat(waits.put(e.discrepancyId(), e.awaitsApproval())).isNotNull();
          reasons.put(e.discrepancyId(), e.entry().reason());
        }
        case StockDiscrepancyClosed e -> {
          Boolean waited = waits.remove(e.discrepancyId());
          assertThat(waited).as("open until then").isNotNull();
          assertThat(manager || Boolean.FALSE.equals(waited)).as("a manager's right").isTrue();
          assertThat(e.entry().reason()).isNotNull().isEqualTo(reasons.get(e.discrepancyId()));
          closed.add(e.discrepancyId());
        }
        default -> {
          // Other entries say nothing about it.
        }
      }
    }
  }

  private static StockCommand next(Random random, TestLedger ledger) {
    Circumstances circumstances =
        new Circumstances(
            RandomCommands.anyMoment(random, ledger.clock()),
            null,
            null,
            random.nextBoolean() ? "seen" : null,
            null,
            false);
    List<String> ids = new ArrayList<>(ledger.item().openDiscrepancies().keySet());
    ids.add("f" + random.nextInt(5));
    String id = ids.get(random.nextInt(ids.size()));
    if (random.nextInt(3) == 0) {
      return new FlagDiscrepancy(
          ITEM, "f" + random.nextInt(5), Condition.GOOD, null, "flagged", circumstances);
    }
    String[] reasons = {"THEFT", "MISPICK", "OTHER", "GREMLINS"};
    return new ResolveDiscrepancy(
        ITEM,
        id,
        random.nextInt(3) == 0
            ? new Counted(
                Map.of(Condition.GOOD, (long) random.nextInt(9)),
                CountMethod.MANUAL,
                CountKind.CYCLE_COUNT)
            : null,
        random.nextInt(3) == 0 ? new Correction(Condition.GOOD, random.nextInt(5) - 6L) : null,
        random.nextInt(3) == 0 ? null : reasons[random.nextInt(reasons.length)],
        random.nextBoolean(),
        random.nextInt(3) == 0,
        circumstances);
  }
}
