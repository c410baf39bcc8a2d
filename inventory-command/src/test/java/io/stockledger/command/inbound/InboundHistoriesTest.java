package io.stockledger.command.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Outcome;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.SupplyEvent;
import io.stockledger.command.reservation.RandomCommands;
import io.stockledger.command.reservation.TestLedger;
import io.stockledger.command.stock.StockItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random histories of expected supply amid everything else: what the register expects and what the
 * items expect is the same at every step. Run one again with {@code -Dhistories.seed=…}.
 */
class InboundHistoriesTest {
  private static final int HISTORIES = 300;
  private static final List<ItemId> ITEMS = List.of(new ItemId("L1", "A"), new ItemId("L1", "B"));
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void the_register_and_the_items_expect_the_same() {
    long seed = Long.getLong("histories.seed", System.nanoTime());
    System.out.println("histories.seed=" + seed);
    Random seeds = new Random(seed);
    int closed = 0;
    int refused = 0;
    for (int i = 0; i < HISTORIES; i++) {
      long one = seeds.nextLong();
      TestLedger ledger = new TestLedger();
      try {
        refused += history(new Random(one), ledger);
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError(
            "history %d of -Dhistories.seed=%d broke: %s".formatted(i, seed, broken.getMessage()),
            broken);
      }
      closed += (int) ledger.inbounds().values().stream().filter(o -> !o.state().isOpen()).count();
    }
    assertThat(closed).as("some came to their end").isPositive();
    assertThat(refused).as("refusals happened").isPositive();
  }

  private static int history(Random random, TestLedger ledger) {
    RandomSupply supply = new RandomSupply(random, ledger, ITEMS);
    RandomCommands others = new RandomCommands(random, ledger, ITEMS);
    int refused = 0;
    int steps = 5 + random.nextInt(56);
    for (int step = 0; step < steps; step++) {
      Object command = random.nextInt(4) == 0 ? others.next() : supply.next();
      if (ledger.send(command) instanceof Outcome.Refused) {
        refused++;
      }
      conserved(ledger);
    }
    replayed(ledger);
    return refused;
  }

  private static void conserved(TestLedger ledger) {
    for (ItemId id : ITEMS) {
      long registered =
          ledger.inbounds().values().stream()
              .flatMap(inbound -> inbound.lines().stream())
              .filter(line -> line.sku().equals(id.sku()))
              .mapToLong(Inbound.Line::open)
              .sum();
      if (registered != ledger.item(id).figures().expected()) {
        throw new AssertionError(
            "%s: %d registered, %s".formatted(id, registered, ledger.item(id).figures()));
      }
    }
  }

  /** What is replayed from the entries alone is what the register and the items hold. */
  private static void replayed(TestLedger ledger) {
    Map<String, Inbound> again = new HashMap<>();
    Map<ItemId, StockItem> items = new HashMap<>();
    Map<String, Long> came = new HashMap<>();
    for (StockEvent event : ledger.journal()) {
      ItemId id = event.entry().item();
      items.put(id, items.getOrDefault(id, StockItem.absent(id)).evolve(event));
      if (event instanceof SupplyEvent e) {
        again.put(e.inboundId(), Inbound.evolve(again.get(e.inboundId()), e));
        if (e instanceof SupplyEvent.StockSupplyReceived r) {
          long units = r.received().values().stream().mapToLong(Long::longValue).sum();
          came.merge(e.inboundId() + "/" + e.line(), units, Long::sum);
        }
      }
    }
    assertThat(again).isEqualTo(ledger.inbounds());
    assertThat(items).isEqualTo(ledger.items());
    for (Inbound inbound : ledger.inbounds().values()) {
      for (Inbound.Line line : inbound.lines()) {
        assertThat(line.received())
            .isEqualTo(came.getOrDefault(inbound.id() + "/" + line.line(), 0L));
      }
      assertThat(JSON.readValue(JSON.writeValueAsString(inbound), Inbound.class))
          .isEqualTo(inbound);
    }
  }
}
