package io.stockledger.promise.replay;

import io.stockledger.api.LedgerEvent;
import io.stockledger.api.channel.Buffer;
import io.stockledger.api.channel.ChannelCommand;
import io.stockledger.api.channel.ChannelEvent.ChannelRuleRemoved;
import io.stockledger.api.channel.ChannelEvent.ChannelRuleSet;
import io.stockledger.api.channel.ChannelEvent.ChannelSet;
import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.api.channel.Exposure;
import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.channel.RuleTerms;
import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.api.inbound.InboundKind;
import io.stockledger.api.location.LocationEvent.LocationRegistered;
import io.stockledger.api.location.LocationEvent.LocationSourceBack;
import io.stockledger.api.location.LocationEvent.LocationSourceStale;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationSource;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.product.ProductEvent.ProductRegistered;
import io.stockledger.api.product.ProductTraits;
import io.stockledger.api.product.RegisterProduct;
import io.stockledger.api.product.VelocityClass;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.Entry;
import io.stockledger.api.stock.Entry.Uncovered;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent.ExpiredLine;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.api.stock.StockEvent.StockPicked;
import io.stockledger.api.stock.StockEvent.StockReceived;
import io.stockledger.api.stock.StockEvent.StockReleased;
import io.stockledger.api.stock.StockEvent.StockReservationConfirmed;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.api.stock.StockEvent.StockSetAside;
import io.stockledger.api.stock.SupplyEvent.StockSupplyExpected;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Place;
import io.stockledger.promise.Place.Source;
import io.stockledger.promise.Promise;
import io.stockledger.promise.Promising;
import io.stockledger.promise.Rule;
import io.stockledger.promise.Stock;
import io.stockledger.promise.Stock.Arrival;
import io.stockledger.promise.Subject;
import io.stockledger.promise.Switches;
import io.stockledger.promise.Switches.Pulled;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A shop in which things happen for some days. It keeps its own books, in the plainest way, and
 * writes down what it would have answered at random moments; it knows nothing of replaying.
 */
final class RandomPast implements Streams {
  static final String CHANNEL = "shop";
  static final ItemId ITEM = new ItemId("S1", "MUG");
  static final int DAYS = 4;

  private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");

  /** A reservation of one line, as the shop remembers it. */
  static final class Sale {
    final String id;
    final long promised;
    final boolean refusedByDraft;
    final LocalDate day;
    final boolean throughShop;
    final Instant runsOutAt;
    long open;
    boolean pending;
    long lost;
    long cancelled;

    Sale(
        String id,
        long promised,
        boolean refusedByDraft,
        LocalDate day,
        boolean throughShop,
        @Nullable Instant expiresAt) {
      this.id = id;
      this.promised = promised;
      this.open = promised;
      this.refusedByDraft = refusedByDraft;
      this.day = day;
      this.throughShop = throughShop;
      this.runsOutAt = expiresAt == null ? Instant.MAX : expiresAt;
      this.pending = expiresAt != null;
    }

    boolean isOpen(Instant now) {
      return open > 0 && !(pending && !runsOutAt.isAfter(now));
    }
  }

  /** What was answered. */
  record Answered(Instant at, Promise promise, Promise underDraft) {}

  final List<Answered> answers = new ArrayList<>();
  final Map<LocalDate, Answered> dayEnds = new LinkedHashMap<>();
  final List<Sale> sales = new ArrayList<>();
  final Draft draft;

  private final Random random;
  private final Map<String, List<LedgerEvent>> streams = new HashMap<>();
  private final TreeMap<String, Rule> rules = new TreeMap<>();
  private final TreeMap<String, Pulled> pulled = new TreeMap<>();
  private final TreeMap<LocalDate, Long> arrivals = new TreeMap<>();
  private Instant now = BEGIN;
  private boolean registered;
  private @Nullable Instant staleSince;
  private @Nullable Instant heardAt;
  private @Nullable Instant countedAt;
  private @Nullable Instant pickedAt;
  private long good;
  private long setAside;
  private int names;

  RandomPast(long seed) {
    this.random = new Random(seed);
    this.draft =
        random.nextInt(5) == 0
            ? Draft.removal("R1")
            : Draft.put(new Rule("R" + (1 + random.nextInt(3)), scope(), terms()));
    run();
  }

  Instant end() {
    return BEGIN.plus(Duration.ofDays(DAYS)).minusNanos(1_000);
  }

  @Override
  public void read(String stream, Instant recordedBy, ObjLongConsumer<LedgerEvent> taker) {
    streams.getOrDefault(stream, List.of()).stream()
        .filter(event -> !event.recordedAt().isAfter(recordedBy))
        .forEach(event -> taker.accept(event, 1));
  }

  private void run() {
    registry();
    while (true) {
      Instant next = now.plusMillis(1 + random.nextInt(3_600_000));
      for (Instant day = dayEnd(now); day.isBefore(next); day = dayEnd(day.plusNanos(1_000))) {
        dayEnds.put(LocalDate.ofInstant(day, ZoneOffset.UTC), answered(day));
      }
      if (next.isAfter(end())) {
        return;
      }
      if (random.nextBoolean()) {
        long millis = Duration.between(now, next).toMillis();
        answers.add(answered(now.plusMillis(random.nextLong(millis))));
      }
      now = next;
      step();
    }
  }

  private static Instant dayEnd(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1_000);
  }

  private void registry() {
    add(
        RegisterLocation.stream(ITEM.location()),
        new LocationRegistered(
            ITEM.location(),
            "Store",
            LocationKind.STORE,
            "Europe/Berlin",
            new LocationTraits(
                null,
                null,
                900L,
                null,
                List.of("NORTH"),
                List.of(new LocationSource("pos", Duration.ofHours(1), Duration.ofMinutes(10))),
                null),
            now,
            now));
    add(
        RegisterProduct.stream(ITEM.sku()),
        new ProductRegistered(
            ITEM.sku(),
            "Mug",
            "each",
            new ProductTraits(null, null, null, "home/mugs", VelocityClass.A, null),
            now,
            now));
    add(
        ChannelCommand.stream(CHANNEL),
        new ChannelSet(CHANNEL, new ChannelTraits("Shop", null, null, null, null, null), now, now));
    registered = true;
    receive();
  }

  private void step() {
    expire();
    switch (random.nextInt(14)) {
      case 0 -> receive();
      case 1, 2, 3, 4 -> reserve();
      case 5 -> pick();
      case 6 -> release();
      case 7 -> count();
      case 8 -> rule();
      case 9 -> offSwitch();
      case 10 -> source();
      case 11 -> confirm();
      case 12 -> keepAside();
      default -> expect();
    }
  }

  private void receive() {
    long units = 1L + random.nextInt(12);
    good += units;
    item(new StockReceived(entry(Change.of(Condition.GOOD, units)), Condition.GOOD, units));
  }

  private void reserve() {
    long units = 1L + random.nextInt(4);
    if (units > Math.max(0, good - setAside - reserved(now))) {
      return;
    }
    boolean refused =
        units > promise(now, drafted()).sellable() && units <= promise(now, inForce()).sellable();
    Instant expiresAt = random.nextBoolean() ? now.plusSeconds(1 + random.nextInt(40_000)) : null;
    boolean here = random.nextInt(3) > 0;
    Sale sale = new Sale("r" + names++, units, refused, day(), here, expiresAt);
    sales.add(sale);
    Change change = expiresAt == null ? Change.ofAllocated(units) : Change.ofPending(units);
    item(
        new StockReserved(
            entry(change),
            sale.id,
            "1",
            units,
            units,
            expiresAt,
            here ? CHANNEL : "other",
            null,
            null));
  }

  private void confirm() {
    Sale sale = anyOpen();
    if (sale != null && sale.pending) {
      sale.pending = false;
      Change change = Change.ofPending(-sale.open).plus(Change.ofAllocated(sale.open));
      item(new StockReservationConfirmed(entry(change), sale.id, sale.open));
    }
  }

  private void pick() {
    Sale sale = anyOpen();
    if (sale != null && sale.open <= good) {
      long units = 1L + random.nextInt((int) sale.open);
      Change change =
          (sale.pending ? Change.ofPending(-units) : Change.ofAllocated(-units))
              .plus(Change.of(Condition.GOOD, -units));
      good -= units;
      sale.open -= units;
      pickedAt = now;
      item(new StockPicked(entry(change), units, sale.id, "1", units, false));
    }
  }

  private void release() {
    Sale sale = anyOpen();
    if (sale != null) {
      boolean oversold = random.nextBoolean();
      long units = 1L + random.nextInt((int) sale.open);
      sale.open -= units;
      sale.cancelled += oversold ? units : 0;
      Change change = sale.pending ? Change.ofPending(-units) : Change.ofAllocated(-units);
      item(
          new StockReleased(
              entry(change, oversold ? "OVERSOLD" : "CUSTOMER", null), sale.id, "1", units));
    }
  }

  /** Names, as the ledger does, the promises that lose their units, the newest first. */
  private void count() {
    long counted = Math.max(0, good + random.nextInt(7) - 4);
    long before = Math.max(0, reserved(now) + setAside - good);
    long after = Math.max(0, reserved(now) + setAside - counted);
    long lacking = after - before;
    List<Uncovered> uncovers = new ArrayList<>();
    for (Sale sale : sales.reversed()) {
      long lost = sale.isOpen(now) ? Math.min(sale.open, lacking) : 0;
      if (lost > 0) {
        uncovers.add(new Uncovered(sale.id, "1", lost));
        sale.lost = Math.min(sale.promised, sale.lost + lost);
        lacking -= lost;
      }
    }
    Change change = Change.of(Condition.GOOD, counted - good);
    Map<Condition, Long> book = Map.of(Condition.GOOD, good);
    good = counted;
    countedAt = now;
    item(
        new StockCounted(
            entry(change, null, uncovers.isEmpty() ? null : uncovers),
            Map.of(Condition.GOOD, counted),
            book,
            CountMethod.MANUAL,
            CountKind.CYCLE_COUNT));
  }

  private void keepAside() {
    if (good - setAside - reserved(now) > 2) {
      setAside++;
      item(new StockSetAside(entry(Change.ofSetAside(1)), 1));
    }
  }

  private void expect() {
    LocalDate by = day().plusDays(1 + random.nextInt(5));
    long units = 1L + random.nextInt(5);
    arrivals.merge(by, units, Long::sum);
    item(
        new StockSupplyExpected(
            entry(Change.ofExpected(units)),
            "po" + names++,
            "1",
            InboundKind.PURCHASE_ORDER,
            units,
            "V1",
            null,
            by,
            null));
  }

  /** The record comes a while after the moment; now and then it comes at once. */
  private void expire() {
    for (Sale sale : sales) {
      if (sale.open > 0 && sale.pending && !sale.runsOutAt.isAfter(now) && random.nextBoolean()) {
        long units = sale.open;
        sale.open = 0;
        item(
            new StockReservationsExpired(
                entry(Change.ofPending(-units)),
                List.of(new ExpiredLine(sale.id, "1", units, sale.runsOutAt))));
      }
    }
  }

  private void rule() {
    String id = "R" + (1 + random.nextInt(3));
    if (rules.containsKey(id) && random.nextInt(3) == 0) {
      rules.remove(id);
      add(ChannelCommand.stream(CHANNEL), new ChannelRuleRemoved(CHANNEL, id, now, now));
    } else {
      Rule rule = new Rule(id, scope(), terms());
      rules.put(id, rule);
      add(
          ChannelCommand.stream(CHANNEL),
          new ChannelRuleSet(CHANNEL, id, rule.scope(), rule.terms(), null, now, now));
    }
  }

  private RuleScope scope() {
    return switch (random.nextInt(4)) {
      case 0 -> RuleScope.EVERYTHING;
      case 1 -> new RuleScope(null, null, "toys", null, null, null, null);
      case 2 -> new RuleScope(ITEM.sku(), null, null, null, null, null, null);
      default -> new RuleScope(null, null, "home", null, null, "NORTH", null);
    };
  }

  private RuleTerms terms() {
    return new RuleTerms(
        new Buffer((long) random.nextInt(5), null, null, null),
        new Exposure(
            random.nextBoolean() ? Exposure.Shown.EXACT : Exposure.Shown.BANDED,
            (long) random.nextInt(3),
            null,
            (long) random.nextInt(2)),
        random.nextBoolean() ? 5L : null,
        Duration.ofHours(1),
        Duration.ofHours(6),
        null,
        true,
        Duration.ofDays(1),
        null,
        null,
        null,
        random.nextBoolean() ? 700L : null,
        random.nextBoolean(),
        null);
  }

  private void offSwitch() {
    if (pulled.isEmpty()) {
      String id = "off" + names++;
      SwitchLevel level = random.nextBoolean() ? SwitchLevel.SOFT : SwitchLevel.HIDDEN;
      SwitchScope scope =
          new SwitchScope(CHANNEL, null, random.nextBoolean() ? "NORTH" : null, null);
      pulled.put(id, new Pulled(id, scope, level));
      add(
          SwitchEvent.STREAM,
          new SwitchEvent.SwitchPulled(id, scope, level, "a doubt", null, null, now, now));
    } else {
      String id = pulled.firstKey();
      pulled.clear();
      add(SwitchEvent.STREAM, new SwitchEvent.SwitchReturned(id, null, null, now, now));
    }
  }

  private void source() {
    String stream = RegisterLocation.stream(ITEM.location());
    if (staleSince == null) {
      heardAt = now.minusSeconds(900);
      staleSince = now.minusSeconds(200);
      add(stream, new LocationSourceStale(ITEM.location(), "pos", heardAt, staleSince, now));
    } else {
      staleSince = null;
      heardAt = null;
      add(stream, new LocationSourceBack(ITEM.location(), "pos", now, now));
    }
  }

  private Answered answered(Instant at) {
    return new Answered(at, promise(at, inForce()), promise(at, drafted()));
  }

  private ChannelBook inForce() {
    return new ChannelBook(CHANNEL, traits(), false, rules.values(), 1);
  }

  private static ChannelTraits traits() {
    return new ChannelTraits("Shop", null, null, null, null, null);
  }

  private ChannelBook drafted() {
    Map<String, Rule> with = new TreeMap<>(rules);
    with.remove(draft.id());
    if (draft.rule() != null) {
      with.put(draft.id(), draft.rule());
    }
    return new ChannelBook(CHANNEL, traits(), false, with.values(), 1);
  }

  private Promise promise(Instant at, ChannelBook book) {
    Stock stock =
        new Stock(
            good,
            reserved(at),
            setAside,
            0,
            0,
            0,
            arrivals.entrySet().stream().map(a -> new Arrival(a.getKey(), a.getValue())).toList(),
            0,
            countedAt,
            pickedAt);
    Subject subject =
        new Subject(
            ITEM.sku(),
            "home/mugs",
            VelocityClass.A,
            List.of(),
            ITEM.location(),
            LocationKind.STORE,
            Set.of("NORTH"),
            !registered);
    Place place = new Place(900L, List.of(new Source("pos", staleSince, heardAt)));
    return Promising.promise(book, Switches.of(pulled.values()), subject, stock, place, at, false);
  }

  private long reserved(Instant at) {
    return sales.stream().filter(sale -> sale.isOpen(at)).mapToLong(sale -> sale.open).sum();
  }

  private @Nullable Sale anyOpen() {
    List<Sale> open = sales.stream().filter(sale -> sale.isOpen(now)).toList();
    return open.isEmpty() ? null : open.get(random.nextInt(open.size()));
  }

  private LocalDate day() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private Entry entry(Change change) {
    return entry(change, null, null);
  }

  private Entry entry(Change change, @Nullable String reason, @Nullable List<Uncovered> uncovers) {
    return new Entry(
        ITEM.location(),
        ITEM.sku(),
        now,
        now,
        change,
        null,
        null,
        uncovers,
        null,
        null,
        null,
        reason,
        null,
        null,
        null);
  }

  private void item(LedgerEvent event) {
    add(ITEM.stream(), event);
  }

  private void add(String stream, LedgerEvent event) {
    streams.computeIfAbsent(stream, none -> new ArrayList<>()).add(event);
  }
}
