package io.stockledger.command.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.stock.ItemId;
import io.stockledger.command.stock.StockItem;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random histories of promises over several items: what the register holds and what the items hold
 * is the same at every step. Run one again with {@code -Dhistories.seed=…}.
 */
class ReservationHistoriesTest {
  private static final int HISTORIES = 500;
  private static final List<ItemId> ITEMS =
      List.of(new ItemId("L1", "A"), new ItemId("L2", "A"), new ItemId("L3", "A"));
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void the_register_and_the_items_hold_the_same_promises() {
    long seed = Long.getLong("histories.seed", System.nanoTime());
    System.out.println("histories.seed=" + seed);
    Random seeds = new Random(seed);
    for (int i = 0; i < HISTORIES; i++) {
      long one = seeds.nextLong();
      try {
        history(new Random(one));
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError(
            "history %d of -Dhistories.seed=%d broke: %s".formatted(i, seed, broken.getMessage()),
            broken);
      }
    }
  }

  private static void history(Random random) {
    TestLedger ledger = new TestLedger();
    RandomCommands commands = new RandomCommands(random, ledger, ITEMS);
    int steps = 5 + random.nextInt(56);
    for (int step = 0; step < steps; step++) {
      ledger.send(commands.next());
      conserved(ledger);
    }
    for (Reservation reservation : ledger.reservations().values()) {
      assertThat(JSON.readValue(JSON.writeValueAsString(reservation), Reservation.class))
          .isEqualTo(reservation);
    }
  }

  private static void conserved(TestLedger ledger) {
    for (ItemId id : ITEMS) {
      StockItem item = ledger.item(id);
      long registered =
          ledger.reservations().values().stream()
              .flatMap(r -> r.lines().stream())
              .filter(l -> l.on(id))
              .mapToLong(Reservation.Line::open)
              .sum();
      if (registered != item.figures().reserved()) {
        throw new AssertionError("%s: %d registered, %s".formatted(id, registered, item.figures()));
      }
    }
  }
}
