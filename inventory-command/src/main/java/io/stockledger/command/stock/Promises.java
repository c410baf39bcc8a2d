package io.stockledger.command.stock;

import io.stockledger.api.stock.Entry.Uncovered;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.ExpiredLine;
import io.stockledger.api.stock.StockEvent.OpenLine;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.command.stock.OpenPromise.LineKey;
import io.stockledger.command.stock.OpenPromise.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The open reservation lines of an item: by name, in the order in which they were made, and by
 * expiry. Every step costs O(log n) in the number of open lines.
 */
record Promises(
    TreePMap<LineKey, OpenPromise> byKey,
    TreePMap<Place, LineKey> byPlace,
    TreePSet<Due> byExpiry,
    long pending,
    long allocated) {
  static final Promises NONE =
      new Promises(TreePMap.empty(), TreePMap.empty(), TreePSet.empty(), 0, 0);

  /** The promises that lost their units, and how many more there were than could be named. */
  record Losses(List<Uncovered> named, int omitted) {}

  record Due(Instant expiresAt, LineKey key) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byExpiry = expiresAt.compareTo(other.expiresAt);
      return byExpiry != 0 ? byExpiry : key.compareTo(other.key);
    }
  }

  Promises evolve(StockEvent event, long version) {
    return event instanceof StockEvent.OnPromise said ? evolve(said, version) : this;
  }

  private Promises evolve(StockEvent.OnPromise event, long version) {
    return switch (event) {
      case StockReserved e -> reserved(e, version);
      case StockEvent.StockPicked e ->
          e.reservationId() == null || e.line() == null || e.consumed() == 0
              ? this
              : less(new LineKey(e.reservationId(), e.line()), e.consumed());
      case StockEvent.StockReleased e ->
          less(new LineKey(e.reservationId(), e.line()), e.quantity());
      case StockEvent.StockReservationConfirmed e -> expiring(e.reservationId(), null);
      case StockEvent.StockReservationExtended e -> expiring(e.reservationId(), e.expiresAt());
      case StockReservationChanged e -> restated(e, version);
      case StockEvent.StockReservationsExpired e -> expired(e.expired());
    };
  }

  private Promises reserved(StockReserved e, long version) {
    return plus(
        new OpenPromise(
            e.reservationId(),
            e.line(),
            e.quantity(),
            new Place(version, 0),
            e.expiresAt(),
            e.channel()));
  }

  private Promises less(LineKey key, long quantity) {
    OpenPromise promise = require(key);
    Promises without = minus(promise);
    return promise.quantity() == quantity
        ? without
        : without.plus(promise.withQuantity(Math.subtractExact(promise.quantity(), quantity)));
  }

  private Promises expiring(String reservationId, @Nullable Instant expiresAt) {
    Promises next = this;
    for (OpenPromise promise : of(reservationId)) {
      next = next.minus(promise).plus(promise.expiring(expiresAt));
    }
    return next;
  }

  private Promises expired(List<ExpiredLine> lines) {
    Promises next = this;
    for (ExpiredLine line : lines) {
      next = next.less(new LineKey(line.reservationId(), line.line()), line.quantity());
    }
    return next;
  }

  /**
   * A line that stays keeps its place in the order; new ones are placed behind all others, by their
   * names, so that readers who see only the entry know the order too.
   */
  private Promises restated(StockReservationChanged e, long version) {
    Promises next = this;
    for (OpenPromise promise : of(e.reservationId())) {
      next = next.minus(promise);
    }
    int index = 0;
    List<OpenLine> byName =
        e.lines().stream().sorted(Comparator.comparing(OpenLine::line)).toList();
    for (OpenLine line : byName) {
      OpenPromise before = byKey.get(new LineKey(e.reservationId(), line.line()));
      Place place = before == null ? new Place(version, index++) : before.place();
      next =
          next.plus(
              new OpenPromise(
                  e.reservationId(),
                  line.line(),
                  line.quantity(),
                  place,
                  e.expiresAt(),
                  e.channel()));
    }
    return next;
  }

  Promises plus(OpenPromise promise) {
    LineKey key = promise.key();
    if (byKey.containsKey(key)) {
      throw new IllegalStateException("promised twice: " + key);
    }
    Instant expiresAt = promise.expiresAt();
    return new Promises(
        byKey.plus(key, promise),
        byPlace.plus(promise.place(), key),
        expiresAt == null ? byExpiry : byExpiry.plus(new Due(expiresAt, key)),
        promise.pending() ? Math.addExact(pending, promise.quantity()) : pending,
        promise.pending() ? allocated : Math.addExact(allocated, promise.quantity()));
  }

  private Promises minus(OpenPromise promise) {
    LineKey key = promise.key();
    Instant expiresAt = promise.expiresAt();
    return new Promises(
        byKey.minus(key),
        byPlace.minus(promise.place()),
        expiresAt == null ? byExpiry : byExpiry.minus(new Due(expiresAt, key)),
        promise.pending() ? pending - promise.quantity() : pending,
        promise.pending() ? allocated : allocated - promise.quantity());
  }

  /** The open lines of a reservation on this item, by name. */
  Collection<OpenPromise> of(String reservationId) {
    LineKey first = new LineKey(reservationId, "");
    if (byKey.isEmpty()) {
      return List.of();
    }
    List<OpenPromise> found = new ArrayList<>();
    for (var e = byKey.ceilingEntry(first);
        e != null && e.getKey().reservationId().equals(reservationId);
        e = byKey.higherEntry(e.getKey())) {
      found.add(e.getValue());
    }
    return found;
  }

  /** Up to so many lines whose instant has come, earliest first. */
  List<OpenPromise> due(Instant now, int limit) {
    List<OpenPromise> found = new ArrayList<>();
    for (Due due : byExpiry) {
      if (due.expiresAt().isAfter(now) || found.size() == limit) {
        break;
      }
      found.add(require(due.key()));
    }
    return found;
  }

  /** The earliest expiry among pending lines. */
  @Nullable Instant nextDue() {
    return byExpiry.isEmpty() ? null : byExpiry.first().expiresAt();
  }

  /** Units of a line that are still promised; 0 where it is closed. */
  long open(LineKey key) {
    OpenPromise promise = byKey.get(key);
    return promise == null ? 0 : promise.quantity();
  }

  int size() {
    return byKey.size();
  }

  /**
   * Which promises lose their units when the units that are lacking rise. Units cover promises in
   * the order in which they were made, so the newest lose first; the walk ends where the units
   * begin.
   *
   * @param lackingBefore uncovered units before, from 0
   * @param lackingAfter uncovered units after, more than before
   */
  Losses losses(long lackingBefore, long lackingAfter, int limit) {
    List<Uncovered> named = new ArrayList<>();
    int omitted = 0;
    long walked = 0;
    for (var e = byPlace.isEmpty() ? null : byPlace.lastEntry();
        e != null && walked < lackingAfter;
        e = byPlace.lowerEntry(e.getKey())) {
      OpenPromise promise = require(e.getValue());
      long from = Math.max(walked, lackingBefore);
      walked += promise.quantity();
      long lost = Math.min(walked, lackingAfter) - from;
      if (lost > 0 && named.size() < limit) {
        named.add(new Uncovered(promise.reservationId(), promise.line(), lost));
      } else if (lost > 0) {
        omitted++;
      }
    }
    return new Losses(named, omitted);
  }

  /**
   * Which promises of others lose their units because a reservation grows in its place, before
   * newer ones.
   *
   * @param before the promises without the growth
   * @param lackingBefore uncovered units before, from 0
   * @param lackingAfter uncovered units after
   */
  Losses lossesOfOthers(
      String reservationId, Promises before, long lackingBefore, long lackingAfter, int limit) {
    Map<LineKey, Long> lackedBefore = before.lacking(lackingBefore);
    List<Uncovered> named = new ArrayList<>();
    int omitted = 0;
    for (Map.Entry<LineKey, Long> now : lacking(lackingAfter).entrySet()) {
      LineKey key = now.getKey();
      long lost = now.getValue() - lackedBefore.getOrDefault(key, 0L);
      if (lost > 0 && !key.reservationId().equals(reservationId)) {
        if (named.size() < limit) {
          named.add(new Uncovered(key.reservationId(), key.line(), lost));
        } else {
          omitted++;
        }
      }
    }
    return new Losses(named, omitted);
  }

  /** Who lacks how much when so many units are lacking, newest first. */
  private Map<LineKey, Long> lacking(long units) {
    Map<LineKey, Long> found = new LinkedHashMap<>();
    long left = units;
    for (var e = byPlace.isEmpty() ? null : byPlace.lastEntry();
        e != null && left > 0;
        e = byPlace.lowerEntry(e.getKey())) {
      OpenPromise promise = require(e.getValue());
      long lacks = Math.min(left, promise.quantity());
      found.put(promise.key(), lacks);
      left -= lacks;
    }
    return found;
  }

  private OpenPromise require(LineKey key) {
    OpenPromise promise = byKey.get(key);
    if (promise == null) {
      throw new IllegalStateException("not promised here: " + key);
    }
    return promise;
  }
}
