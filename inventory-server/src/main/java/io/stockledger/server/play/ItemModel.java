package io.stockledger.server.play;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rule book's figures of one item, worked out the plain way from what was accepted. Give it the
 * facts in the order of their versions.
 */
final class ItemModel {
  /** An open part of a promise; without an end it is allocated. */
  private record Open(String reservation, long units, @Nullable Instant expiresAt) {
    boolean pending() {
      return expiresAt != null;
    }

    boolean over(Instant now) {
      return expiresAt != null && !expiresAt.isAfter(now);
    }
  }

  private final Map<Shelf, Shelves> shelves = new EnumMap<>(Shelf.class);

  /** By reservation and line. */
  private final Map<String, Open> promises = new LinkedHashMap<>();

  private final Feeds feeds = new Feeds();
  private final Need need = new Need();
  private long setAside;
  private long inTransit;
  private final SortedMap<LocalDate, Long> arrivals = new TreeMap<>();
  private long expected;
  private long backordered;
  private long expired;

  ItemModel() {
    for (Shelf shelf : Shelf.values()) {
      shelves.put(shelf, new Shelves());
    }
  }

  /** Nothing but a promise that is accepted so lets more be backordered. */
  void take(Fact fact) {
    forgetExpired(fact.recordedAt());
    tell(fact);
    if (fact.deed() instanceof Deed.Promised promised) {
      backordered += promised.beyond();
    }
    bound(fact.recordedAt());
  }

  private void bound(Instant now) {
    if (backordered > 0) {
      backordered = at(now).backordered();
    }
  }

  private void tell(Fact fact) {
    switch (fact.deed()) {
      case Deed.Moved moved -> move(fact, moved.shelf(), moved.units());
      case Deed.Turned turned -> {
        move(fact, turned.from(), -turned.units());
        move(fact, turned.to(), turned.units());
      }
      case Deed.Taken taken -> take(fact, taken.units());
      case Deed.Sold sold -> sell(fact, sold.units());
      case Deed.Counted counted -> count(fact, counted.units());
      case Deed.Disputed disputed -> need.disputed();
      case Deed.Settled settled -> settle(fact, settled);
      case Deed.Promised p ->
          promises.put(
              p.reservation() + "/" + p.line(),
              new Open(p.reservation(), p.units(), p.expiresAt()));
      case Deed.Confirmed confirmed ->
          change(confirmed.reservation(), open -> new Open(open.reservation(), open.units(), null));
      case Deed.Extended extended ->
          change(
              extended.reservation(),
              open -> new Open(open.reservation(), open.units(), extended.expiresAt()));
      case Deed.Fetched fetched -> fetch(fact, fetched);
      case Deed.Freed freed -> promises.values().removeIf(isOf(freed.reservation()));
      case Deed.Kept kept -> setAside += kept.units();
      case Deed.Left left -> {
        setAside -= left.units();
        move(fact, Shelf.GOOD, -left.units());
      }
      case Deed.UnderWay underWay -> inTransit += underWay.units();
      case Deed.Arrived arrived -> {
        inTransit -= sum(arrived.units()) + arrived.missing();
        arrived.units().forEach((shelf, units) -> move(fact, shelf, units));
      }
      case Deed.Announced announced -> announce(announced.by(), announced.units());
      case Deed.Came came -> {
        announce(came.by(), -came.expected());
        came.units().forEach((shelf, units) -> move(fact, shelf, units));
      }
      case Deed.Totalled total -> {
        if (feeds.counts(total.source(), total.sequence(), fact.occurredAt())) {
          need.stated();
          state(fact, Map.of(Shelf.GOOD, total.units()));
        }
      }
    }
  }

  private void announce(LocalDate by, long units) {
    expected += units;
    arrivals.merge(by, units, Long::sum);
  }

  /** What suppliers announced, by day. */
  SortedMap<LocalDate, Long> arrivals() {
    return arrivals;
  }

  /** When promises run out, the earliest first. */
  List<Instant> expiries() {
    return promises.values().stream()
        .map(Open::expiresAt)
        .filter(Objects::nonNull)
        .sorted()
        .toList();
  }

  private void take(Fact fact, long units) {
    need.picked(units);
    move(fact, Shelf.GOOD, -units);
  }

  /** What the books do not have is in dispute. */
  private void sell(Fact fact, long stated) {
    long recorded = recordable(fact, stated);
    if (recorded > 0) {
      take(fact, recorded);
    }
    if (recorded < stated) {
      need.disputed();
    }
  }

  private void settle(Fact fact, Deed.Settled settled) {
    if (!settled.counted().isEmpty()) {
      count(fact, settled.counted());
    }
    if (settled.closes()) {
      need.settled();
    }
  }

  private void count(Fact fact, Map<Shelf, Long> units) {
    feeds.counted(fact.occurredAt());
    need.counted(fact.occurredAt());
    state(fact, units);
  }

  /** Compared with the book of that moment, unless something later speaks of it. */
  private void state(Fact fact, Map<Shelf, Long> stated) {
    long off = 0;
    boolean compared = false;
    for (Map.Entry<Shelf, Long> figure : stated.entrySet()) {
      Shelves shelf = on(figure.getKey());
      if (!shelf.countedAfter(fact.occurredAt(), fact.version())) {
        compared = true;
        off += Math.abs(figure.getValue() - shelf.at(fact.occurredAt()));
      }
      shelf.count(fact.occurredAt(), fact.version(), figure.getValue());
    }
    if (compared) {
      need.off(off);
    }
  }

  private static long sum(Map<Shelf, Long> units) {
    return units.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The figures, with what has run out by then no longer counted. */
  Standing at(Instant now) {
    long pending = 0;
    long allocated = 0;
    for (Open open : promises.values()) {
      if (open.pending() && !open.over(now)) {
        pending += open.units();
      } else if (!open.pending()) {
        allocated += open.units();
      }
    }
    long good = on(Shelf.GOOD).today();
    long uncovered = Math.max(0, pending + allocated + setAside - good);
    return new Standing(
        good,
        on(Shelf.DAMAGED).today(),
        on(Shelf.QUARANTINE).today(),
        on(Shelf.NON_SELLABLE).today(),
        pending,
        allocated,
        setAside,
        inTransit,
        expected,
        Math.min(backordered, uncovered));
  }

  /** Good units at a moment, by what happened until then. */
  long goodAt(Instant moment) {
    return on(Shelf.GOOD).at(moment);
  }

  /** What speaks for counting it. */
  Need need() {
    return need;
  }

  /** How many promises have run out so far. */
  long expired() {
    return expired;
  }

  void forgetExpired(Instant now) {
    int before = promises.size();
    promises.values().removeIf(open -> open.over(now));
    expired += before - promises.size();
    if (before > promises.size()) {
      bound(now);
    }
  }

  private void move(Fact fact, Shelf shelf, long units) {
    on(shelf).move(fact.occurredAt(), fact.version(), units);
  }

  /** A stated sale takes what the books have, unless a count already knew of it. */
  private long recordable(Fact fact, long stated) {
    Shelves good = on(Shelf.GOOD);
    return good.countedAfter(fact.occurredAt(), fact.version())
        ? stated
        : Math.min(stated, good.today());
  }

  private void fetch(Fact fact, Deed.Fetched fetched) {
    long open = openOf(fetched.reservation());
    long units = fetched.units() == null ? open : fetched.units();
    take(fact, units);
    if (fetched.closes() || units == open) {
      promises.values().removeIf(isOf(fetched.reservation()));
    } else {
      change(
          fetched.reservation(), o -> new Open(o.reservation(), o.units() - units, o.expiresAt()));
    }
  }

  /** Units that are open of a promise. */
  long openOf(String reservation) {
    return promises.values().stream().filter(isOf(reservation)).mapToLong(Open::units).sum();
  }

  private void change(String reservation, UnaryOperator<Open> change) {
    promises.replaceAll(
        (line, open) -> open.reservation().equals(reservation) ? change.apply(open) : open);
  }

  private static Predicate<Open> isOf(String reservation) {
    return open -> open.reservation().equals(reservation);
  }

  private Shelves on(Shelf shelf) {
    return Objects.requireNonNull(shelves.get(shelf));
  }
}
