package io.stockledger.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.TransferEvent;
import io.stockledger.api.stock.TransferEvent.StockTransferCancelled;
import io.stockledger.api.stock.TransferEvent.StockTransferDispatched;
import io.stockledger.api.stock.TransferEvent.StockTransferReceived;
import io.stockledger.api.stock.TransferEvent.StockTransferRequested;
import io.stockledger.api.stock.TransferEvent.StockTransferUnderWay;
import io.stockledger.api.stock.TransferEvent.StockTransferWrittenOff;
import io.stockledger.command.reservation.RandomCommands;
import io.stockledger.command.reservation.TestLedger;
import io.stockledger.command.stock.RuleBook;
import io.stockledger.command.stock.SortAndFold;
import io.stockledger.command.stock.StockItem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random histories of transfers among everything else that happens: units are conserved at every
 * step. Run one again with {@code -Dhistories.seed=…}.
 */
class TransferHistoriesTest {
  private static final int HISTORIES = 500;
  private static final List<ItemId> ITEMS =
      List.of(
          new ItemId("L1", "A"),
          new ItemId("L2", "A"),
          new ItemId("L3", "A"),
          new ItemId("L1", "B"),
          new ItemId("L2", "B"));
  private static final JsonMapper JSON = new JsonMapper();

  private final Set<Class<?>> seen = new HashSet<>();
  private final Map<Object, Long> states = new HashMap<>();

  @Test
  void units_are_conserved() {
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
    assertThat(seen)
        .contains(
            StockTransferRequested.class,
            StockTransferDispatched.class,
            StockTransferUnderWay.class,
            StockTransferReceived.class,
            StockTransferWrittenOff.class,
            StockTransferCancelled.class);
    assertThat(states).hasSize(5);
  }

  private void history(Random random) {
    TestLedger ledger = new TestLedger();
    RandomCommands others = new RandomCommands(random, ledger, ITEMS);
    RandomTransfers transfers = new RandomTransfers(random, ledger, ITEMS);
    for (ItemId item : ITEMS) {
      ledger.accepted(Carry.received(item, 1 + random.nextInt(40)));
    }
    int steps = 10 + random.nextInt(60);
    int followed = 0;
    Map<String, Told> told = new HashMap<>();
    for (int step = 0; step < steps; step++) {
      ledger.send(random.nextBoolean() ? others.next() : transfers.next());
      for (StockEvent event : ledger.journal().subList(followed, ledger.journal().size())) {
        followed++;
        seen.add(event.getClass());
        if (event instanceof TransferEvent e) {
          told.computeIfAbsent(e.transferId() + "/" + e.line(), line -> new Told()).tell(e);
        }
      }
      conserved(ledger, told);
    }
    ITEMS.forEach(id -> followsTheRules(ledger, id));
    ledger.transfers().values().forEach(transfer -> replayed(ledger, transfer));
  }

  /** What the entries of a line say, added up by the test alone. */
  private static final class Told {
    private long asked;
    private long dispatched;
    private long received;
    private long missing;
    private long cancelled;
    private long setAside;
    private long inTransit;

    void tell(TransferEvent event) {
      setAside += event.entry().change().setAside();
      inTransit += event.entry().change().inTransit();
      switch (event) {
        case StockTransferRequested e -> asked += e.quantity();
        case StockTransferDispatched e -> {
          dispatched += e.quantity();
          asked += e.entry().change().setAside() == 0 ? e.quantity() : 0;
        }
        case StockTransferUnderWay e -> assertThat(inTransit).isEqualTo(dispatched - gone());
        case StockTransferReceived e -> {
          e.received().values().forEach(units -> received += units);
          missing += e.missing();
        }
        case StockTransferWrittenOff e -> missing += e.quantity();
        case StockTransferCancelled e -> cancelled += e.quantity();
      }
    }

    private long gone() {
      return received + missing;
    }

    boolean says(Transfer.Line line) {
      return line.requested() == asked
          && line.dispatched() == dispatched
          && line.received() == received
          && line.missing() == missing
          && line.cancelled() == cancelled
          && line.setAside() == setAside
          && line.inTransit() == inTransit
          && dispatched == received + inTransit + missing
          && asked == dispatched + setAside + cancelled;
    }
  }

  private void conserved(TestLedger ledger, Map<String, Told> told) {
    Map<ItemId, Long> kept = new HashMap<>();
    Map<ItemId, Long> inTransit = new HashMap<>();
    for (Transfer transfer : ledger.transfers().values()) {
      states.merge(transfer.state(), 1L, Long::sum);
      for (Transfer.Line line : transfer.lines()) {
        Told entries = told.get(transfer.id() + "/" + line.line());
        if (entries == null || !entries.says(line)) {
          throw new AssertionError(transfer + " differs from its entries at " + line);
        }
        kept.merge(transfer.origin(line), line.setAside(), Long::sum);
        inTransit.merge(transfer.destination(line), line.inTransit(), Long::sum);
      }
    }
    for (ItemId id : ITEMS) {
      StockItem item = ledger.item(id);
      if (item.keptForTransfers() != kept.getOrDefault(id, 0L)
          || item.figures().inTransit() != inTransit.getOrDefault(id, 0L)
          || item.freelySetAside() < 0) {
        throw new AssertionError("%s: %s kept, %s in transit".formatted(item, kept, inTransit));
      }
    }
  }

  private static void followsTheRules(TestLedger ledger, ItemId id) {
    SortAndFold oracle = new SortAndFold();
    StockItem replayed = RuleBook.follow(StockItem.absent(id), ledger.entries(id), oracle);
    assertThat(replayed).isEqualTo(ledger.item(id));
    RuleBook.agreesToday(oracle, replayed.figures());
  }

  private static void replayed(TestLedger ledger, Transfer transfer) {
    assertThat(
            Transfer.begin(transfer.id(), transfer.from(), transfer.to()).evolve(ledger.journal()))
        .isEqualTo(transfer);
    assertThat(JSON.readValue(JSON.writeValueAsString(transfer), Transfer.class))
        .isEqualTo(transfer);
  }
}
