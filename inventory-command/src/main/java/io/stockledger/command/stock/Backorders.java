package io.stockledger.command.stock;

import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.OpenLine;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.command.stock.OpenPromise.LineKey;
import io.stockledger.command.stock.OpenPromise.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What channels promised beyond what is there, so far as nothing covers it yet: by line, in the
 * order in which it was accepted, and by channel. The sum is the item's figure {@code backordered}.
 * Units that come cover the oldest first; what a line no longer holds open it gives up first. A
 * step costs O(log n) in the number of lines, for each line that it makes or ends.
 */
record Backorders(
    TreePMap<LineKey, Accepted> byKey,
    TreePMap<Place, LineKey> byPlace,
    TreePMap<String, Long> byChannel,
    long units) {
  static final Backorders NONE =
      new Backorders(TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), 0);

  /**
   * Units of a line that wait.
   *
   * @param units from 1
   */
  record Accepted(String reservationId, String line, Place place, String channel, long units) {
    LineKey key() {
      return new LineKey(reservationId, line);
    }

    Accepted of(long units) {
      return new Accepted(reservationId, line, place, channel, units);
    }
  }

  static Backorders of(Collection<Accepted> all) {
    Backorders next = NONE;
    for (Accepted each : all) {
      next = next.plus(each);
    }
    return next;
  }

  /**
   * @param after the figure after the entry
   * @param promises after the entry
   */
  Backorders evolve(StockEvent event, long version, long after, Promises promises) {
    Backorders next = accept(event, version);
    if (next.units > after && event instanceof StockEvent.OnPromise said) {
      for (String reservation : reservationsOf(said)) {
        next = next.giveUp(reservation, after, promises);
      }
    }
    while (next.units > after) {
      Accepted oldest = next.require(next.byPlace.firstEntry().getValue());
      next = next.less(oldest, Math.min(oldest.units, next.units - after));
    }
    return next;
  }

  /** Units that wait and were promised through a channel. */
  long through(String channel) {
    return byChannel.getOrDefault(channel, 0L);
  }

  /**
   * What became more, or less, by channel.
   *
   * @return null where it is the same
   */
  @SuppressWarnings("ReferenceEquality") // a map that nobody changed is the same one
  @Nullable Map<String, Long> changes(Backorders after) {
    if (byChannel == after.byChannel) {
      return null;
    }
    SortedMap<String, Long> changes = new TreeMap<>();
    after.byChannel.forEach((channel, more) -> changes.merge(channel, more, Long::sum));
    byChannel.forEach((channel, less) -> changes.merge(channel, -less, Long::sum));
    changes.values().removeIf(change -> change == 0);
    return changes.isEmpty() ? null : changes;
  }

  private Backorders accept(StockEvent event, long version) {
    return switch (event) {
      case StockReserved e ->
          accept(e.reservationId(), e.line(), e.channel(), e.backordered(), new Place(version, 0));
      case StockReservationChanged e -> {
        Backorders next = this;
        for (int i = 0; i < e.lines().size(); i++) {
          OpenLine line = e.lines().get(i);
          Place place = new Place(version, i);
          next =
              next.accept(e.reservationId(), line.line(), e.channel(), line.backordered(), place);
        }
        yield next;
      }
      default -> this;
    };
  }

  /** A line that waits already keeps its place. */
  private Backorders accept(
      String reservationId,
      String line,
      @Nullable String channel,
      @Nullable Long more,
      Place place) {
    if (more == null || more == 0) {
      return this;
    }
    String through = Objects.requireNonNull(channel, "a backorder is promised through a channel");
    Accepted before = byKey.get(new LineKey(reservationId, line));
    return before == null
        ? plus(new Accepted(reservationId, line, place, through, more))
        : less(before, before.units).plus(before.of(Math.addExact(before.units, more)));
  }

  /** No line of the reservation waits for more than it holds open. */
  private Backorders giveUp(String reservationId, long after, Promises promises) {
    Backorders next = this;
    for (Accepted waiting : of(reservationId)) {
      long beyond = waiting.units - promises.open(waiting.key());
      long units = Math.min(beyond, next.units - after);
      next = units > 0 ? next.less(waiting, units) : next;
    }
    return next;
  }

  private List<Accepted> of(String reservationId) {
    List<Accepted> found = new ArrayList<>();
    for (var e = byKey.ceilingEntry(new LineKey(reservationId, ""));
        e != null && e.getKey().reservationId().equals(reservationId);
        e = byKey.higherEntry(e.getKey())) {
      found.add(e.getValue());
    }
    return found;
  }

  private Backorders plus(Accepted one) {
    return new Backorders(
        byKey.plus(one.key(), one),
        byPlace.plus(one.place, one.key()),
        byChannel.plus(one.channel, through(one.channel) + one.units),
        Math.addExact(units, one.units));
  }

  private Backorders less(Accepted one, long gone) {
    boolean all = gone == one.units;
    long left = through(one.channel) - gone;
    return new Backorders(
        all ? byKey.minus(one.key()) : byKey.plus(one.key(), one.of(one.units - gone)),
        all ? byPlace.minus(one.place) : byPlace,
        left == 0 ? byChannel.minus(one.channel) : byChannel.plus(one.channel, left),
        units - gone);
  }

  private Accepted require(LineKey key) {
    return Objects.requireNonNull(byKey.get(key), () -> "nothing waits for " + key);
  }

  private static Set<String> reservationsOf(StockEvent.OnPromise event) {
    return switch (event) {
      case StockReserved e -> Set.of(e.reservationId());
      case StockReservationChanged e -> Set.of(e.reservationId());
      case StockEvent.StockReleased e -> Set.of(e.reservationId());
      case StockEvent.StockPicked e ->
          e.reservationId() == null ? Set.of() : Set.of(e.reservationId());
      case StockEvent.StockReservationConfirmed ignored -> Set.of();
      case StockEvent.StockReservationExtended ignored -> Set.of();
      case StockEvent.StockReservationsExpired e ->
          e.expired().stream()
              .map(StockEvent.ExpiredLine::reservationId)
              .collect(Collectors.toSet());
    };
  }
}
