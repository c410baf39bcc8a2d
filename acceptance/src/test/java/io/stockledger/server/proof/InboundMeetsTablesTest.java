package io.stockledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.SupplyEvent;
import io.stockledger.api.stock.SupplyEvent.StockSupplyCancelled;
import io.stockledger.api.stock.SupplyEvent.StockSupplyExpected;
import io.stockledger.api.stock.SupplyEvent.StockSupplyReceived;
import io.stockledger.api.stock.SupplyEvent.StockSupplyRevised;
import io.stockledger.command.inbound.Inbound;
import io.stockledger.command.inbound.RandomSupply;
import io.stockledger.command.reservation.RandomCommands;
import io.stockledger.command.reservation.TestLedger;
import io.stockledger.projections.inbound.InboundLines;
import io.stockledger.projections.inbound.InboundRow;
import io.stockledger.projections.inbound.InboundRow.LineKey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random histories of expected supply: the rows that are folded say what the register and the items
 * decided by, however the entries are cut into batches. Run one again with {@code
 * -Dhistories.seed=…}.
 */
class InboundMeetsTablesTest {
  private static final int HISTORIES = 1_000;
  private static final List<ItemId> ITEMS = List.of(new ItemId("L1", "A"), new ItemId("L1", "B"));

  @Test
  void rows_and_register_agree_after_every_batch() {
    long seed = Long.getLong("histories.seed", System.nanoTime());
    System.out.println("histories.seed=" + seed);
    Random seeds = new Random(seed);
    for (int i = 0; i < HISTORIES; i++) {
      Random random = new Random(seeds.nextLong());
      try {
        history(random);
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError(
            "history %d of -Dhistories.seed=%d broke: %s".formatted(i, seed, broken.getMessage()),
            broken);
      }
    }
  }

  private static void history(Random random) {
    TestLedger ledger = new TestLedger();
    RandomSupply supply = new RandomSupply(random, ledger, ITEMS);
    RandomCommands others = new RandomCommands(random, ledger, ITEMS);
    Map<LineKey, InboundRow> table = new HashMap<>();
    Map<ItemId, Long> versions = new HashMap<>();
    int position = 0;
    int steps = 5 + random.nextInt(40);
    for (int step = 0; step < steps; step++) {
      ledger.send(random.nextInt(4) == 0 ? others.next() : supply.next());
      if (random.nextInt(3) == 0 || step == steps - 1) {
        position = fold(ledger, position, versions, table);
        requireSame(ledger, table);
      }
    }
    requireInTime(ledger, table);
  }

  private static int fold(
      TestLedger ledger, int from, Map<ItemId, Long> versions, Map<LineKey, InboundRow> table) {
    InboundLines batch = new InboundLines(table.values());
    int position = from;
    for (StockEvent event : ledger.journal().subList(from, ledger.journal().size())) {
      position++;
      batch.fold(event, position, versions.merge(event.entry().item(), 1L, Long::sum));
    }
    batch.touched().forEach(row -> table.put(row.key(), row));
    return position;
  }

  private static void requireSame(TestLedger ledger, Map<LineKey, InboundRow> table) {
    int lines = 0;
    for (Inbound inbound : ledger.inbounds().values()) {
      for (Inbound.Line line : inbound.lines()) {
        lines++;
        LineKey key = new LineKey(inbound.id(), line.line(), inbound.item(line));
        InboundRow row = Objects.requireNonNull(table.get(key), key::toString);
        assertThat(registered(row)).isEqualTo(line);
        assertThat(row.vendor()).isEqualTo(inbound.vendor());
        assertThat(row.kind()).isEqualTo(inbound.kind());
        assertThat(row.closedAt() == null).isEqualTo(line.open() > 0);
      }
    }
    assertThat(table).hasSize(lines);
    for (ItemId item : ITEMS) {
      long open =
          table.values().stream()
              .filter(row -> row.key().item().equals(item))
              .mapToLong(InboundRow::open)
              .sum();
      assertThat(open).isEqualTo(ledger.item(item).figures().expected());
    }
  }

  private static Inbound.Line registered(InboundRow row) {
    return new Inbound.Line(
        row.key().line(),
        row.key().item().sku(),
        row.quantity(),
        row.open(),
        row.received().all(),
        row.fulfilled(),
        row.missing(),
        row.cancelled(),
        row.expectedFrom(),
        row.expectedBy(),
        row.cohort());
  }

  /** Added up once more, entry by entry, by nothing but the days that were stated. */
  private static void requireInTime(TestLedger ledger, Map<LineKey, InboundRow> table) {
    Map<LineKey, LocalDate> stated = new HashMap<>();
    Map<LineKey, Long> inTime = new HashMap<>();
    Map<LineKey, Long> good = new HashMap<>();
    for (StockEvent event : ledger.journal()) {
      if (event instanceof SupplyEvent supply) {
        LineKey key = new LineKey(supply.inboundId(), supply.line(), supply.entry().item());
        switch (supply) {
          case StockSupplyExpected e -> stated.put(key, e.expectedBy());
          case StockSupplyRevised e -> stated.put(key, e.expectedBy());
          case StockSupplyReceived e -> {
            good.merge(key, e.received().getOrDefault(Condition.GOOD, 0L), Long::sum);
            if (!e.receivedOn().isAfter(Objects.requireNonNull(stated.get(key)))) {
              inTime.merge(key, e.fulfilled(), Long::sum);
            }
          }
          case StockSupplyCancelled ignored -> {}
        }
      }
    }
    table.forEach(
        (key, row) -> {
          assertThat(row.received().good()).isEqualTo(good.getOrDefault(key, 0L));
          assertThat(row.inTime()).isEqualTo(inTime.getOrDefault(key, 0L));
          assertThat(row.daysLate() == null).isEqualTo(row.lastReceivedOn() == null);
        });
  }
}
