package io.stockledger.command.reservation;

import io.stockledger.api.Outcome;
import io.stockledger.api.channel.Backorder;
import io.stockledger.api.channel.Buffer;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.reservation.ReservationCommand.ChangeReservation;
import io.stockledger.api.reservation.ReservationCommand.ReserveStock;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.command.channel.RandomRules;
import io.stockledger.command.inbound.RandomSupply;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.StockItem;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Stock;
import io.stockledger.promise.Terms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random histories through channels whose rules change all the time: no channel is ever promised
 * more than it may sell at that moment, computed here in another way. Run one again with {@code
 * -Dhistories.seed=…}.
 */
class ChannelHistoriesTest {
  private static final int HISTORIES = 500;
  private static final List<ItemId> ITEMS =
      List.of(new ItemId("L1", "A"), new ItemId("L2", "A"), new ItemId("L3", "A"));
  private static final JsonMapper JSON = new JsonMapper();

  private final TestLedger ledger = new TestLedger();

  @Test
  void no_channel_is_promised_beyond_its_own_sellable() {
    long seed = Long.getLong("histories.seed", System.nanoTime());
    System.out.println("histories.seed=" + seed);
    Random seeds = new Random(seed);
    long waited = 0;
    for (int i = 0; i < HISTORIES; i++) {
      try {
        waited += new ChannelHistoriesTest().history(new Random(seeds.nextLong()));
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError(
            "history %d of -Dhistories.seed=%d broke: %s".formatted(i, seed, broken.getMessage()),
            broken);
      }
    }
    if (waited == 0) {
      throw new AssertionError("nothing was ever backordered");
    }
  }

  private long history(Random random) {
    List<ItemId> items = ITEMS.subList(0, random.nextBoolean() ? 1 : 3);
    RandomRules rules = new RandomRules(random, ledger);
    RandomCommands commands =
        new RandomCommands(random, ledger, items).through(RandomRules.CHANNELS);
    RandomSupply supply = new RandomSupply(random, ledger, items);
    long waited = 0;
    int steps = 5 + random.nextInt(56);
    for (int step = 0; step < steps; step++) {
      if (random.nextInt(8) == 0) {
        rules.next();
      }
      Object command = random.nextInt(8) == 0 ? supply.next() : commands.next();
      Map<ItemId, StockItem> before = settled(items);
      if (!(ledger.send(command) instanceof Outcome.Refused)) {
        String channel = channelOf(command);
        if (channel != null) {
          guarded(channel, before, settled(items), command);
        }
        for (ItemId item : items) {
          invariants(before.get(item), ledger.item(item));
          waited += ledger.item(item).figures().backordered();
        }
      }
    }
    items.forEach(this::restored);
    return waited;
  }

  private @Nullable String channelOf(Object command) {
    return switch (command) {
      case ReserveStock c -> c.channel();
      case ChangeReservation c -> ledger.reservation(c.reservationId()).channel();
      default -> null;
    };
  }

  /** The items without what is due. */
  private Map<ItemId, StockItem> settled(List<ItemId> items) {
    Map<ItemId, StockItem> found = new HashMap<>();
    for (ItemId id : items) {
      StockItem item = ledger.item(id);
      found.put(id, new ItemDraft(item, item.now(ledger.clock())).item());
    }
    return found;
  }

  private void guarded(
      String channel, Map<ItemId, StockItem> before, Map<ItemId, StockItem> after, Object command) {
    for (Map.Entry<ItemId, StockItem> was : before.entrySet()) {
      Figures figures = Objects.requireNonNull(after.get(was.getKey())).figures();
      long promised = figures.reserved() - was.getValue().figures().reserved();
      long sellable = sellable(channel, was.getValue());
      if (promised > sellable) {
        throw new AssertionError(
            "%s promised %d of %d by %s on %s"
                .formatted(
                    command, promised, sellable, ledger.channels().rules(channel), was.getValue()));
      }
      if (promised > 0 && figures.shortfall() > was.getValue().figures().shortfall()) {
        throw new AssertionError(command + " made a shortfall: " + figures);
      }
    }
  }

  /** Another way to the figure: from the words of the rule book, for the rules that are random. */
  private long sellable(String channel, StockItem item) {
    ChannelBook book = ledger.channels().channel(channel);
    if (!item.exists()
        || book == null
        || book.retired()
        || ledger.channels().isPulled(SwitchLevel.HIDDEN)) {
      return 0;
    }
    Terms terms = book.termsFor(ledger.channels().subject(item.item()));
    Figures f = item.figures();
    Buffer buffer = terms.buffer();
    long kept =
        buffer.perCent() == null
            ? buffer.units() == null ? 0 : buffer.units()
            : Math.round(f.good() * buffer.perCent() / 100.0);
    long units = Math.max(0, f.available() - kept);
    units = units <= terms.exposure().hiddenAt() ? 0 : units;
    units = terms.listingCap() == null ? units : Math.min(units, terms.listingCap());
    Backorder backorder = terms.backorder();
    Stock stock = item.stock(channel);
    long waits = backorder.isOwnOnly() ? stock.backorderedHere() : f.backordered();
    long more = backorder.units() == null ? Long.MAX_VALUE : backorder.units() - waits;
    if (backorder.isAgainstExpected()) {
      more = Math.min(more, f.expected() - f.uncovered());
    }
    return units + Math.max(0, more);
  }

  private static void invariants(@Nullable StockItem before, StockItem item) {
    Figures f = item.figures();
    long here =
        Stream.of("default", "web", "app", "kiosk")
            .mapToLong(channel -> item.stock(channel).backorderedHere())
            .sum();
    if (f.backordered() < 0 || f.backordered() > f.uncovered() || here != f.backordered()) {
      throw new AssertionError("%s of %s through channels: %s".formatted(here, f, before));
    }
    long announced = item.stock("web").arrivals().stream().mapToLong(Stock.Arrival::units).sum();
    if (announced != f.expected()) {
      throw new AssertionError(announced + " announced, " + f.expected() + " expected");
    }
  }

  private void restored(ItemId id) {
    StockItem replayed = StockItem.absent(id);
    long accepted = 0;
    for (StockEvent event : ledger.entries(id)) {
      replayed = replayed.evolve(event);
      accepted += accepted(event);
    }
    StockItem item = ledger.item(id);
    StockItem read = JSON.readValue(JSON.writeValueAsString(item), StockItem.class);
    if (!replayed.equals(item) || (item.exists() && !read.equals(item))) {
      throw new AssertionError("replayed %s, read %s, not %s".formatted(replayed, read, item));
    }
    long lines =
        ledger.reservations().values().stream()
            .flatMap(r -> r.lines().stream())
            .filter(l -> l.on(id))
            .mapToLong(Reservation.Line::backordered)
            .sum();
    if (lines != accepted) {
      throw new AssertionError("%d by line, %d by entry".formatted(lines, accepted));
    }
  }

  private static long accepted(StockEvent event) {
    return switch (event) {
      case StockReserved e -> e.backordered() == null ? 0 : e.backordered();
      case StockReservationChanged e ->
          e.lines().stream().mapToLong(l -> l.backordered() == null ? 0 : l.backordered()).sum();
      default -> 0;
    };
  }
}
