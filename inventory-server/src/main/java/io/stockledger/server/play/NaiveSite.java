package io.stockledger.server.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a web shop would have sold on the same day that copies on hand every five minutes and sells
 * from its copy. It is treated kindly: its orders leave the shelf at once, it takes its own sales
 * off its copy, and only those orders count that customers would have paid and fetched in full.
 */
final class NaiveSite {
  static final int SECONDS_BETWEEN_COPIES = 300;

  /**
   * @param units sold that were not there
   * @param orders with at least one such unit
   */
  record Outcome(long units, long orders) {}

  private enum Kind {
    COMES,
    GOES,
    ORDERED
  }

  private record Event(int second, Kind kind, long units, int order) {}

  /** The shelf and the site's copy of it, of one item. */
  private static final class Place {
    private long there;
    private long copy;
    private int copied = Integer.MIN_VALUE;

    /** Plays one event; units that were sold and are not there. */
    long play(Event event) {
      int period = Math.floorDiv(event.second(), SECONDS_BETWEEN_COPIES);
      if (period > copied) {
        copy = there;
        copied = period;
      }
      return switch (event.kind()) {
        case COMES -> {
          there += event.units();
          yield 0;
        }
        case GOES -> {
          there -= Math.min(there, event.units());
          yield 0;
        }
        case ORDERED -> event.units() > copy ? 0 : sell(event.units());
      };
    }

    private long sell(long units) {
      copy -= units;
      long missing = Math.max(0, units - there);
      there -= units - missing;
      return missing;
    }
  }

  private final Map<Item, List<Event>> events = new HashMap<>();
  private int orders;

  NaiveSite(List<ActorScript> actors) {
    for (ActorScript actor : actors) {
      actor.opening().forEach(this::add);
      actor.halfHours().forEach(steps -> steps.forEach(this::add));
    }
  }

  Outcome outcome() {
    long units = 0;
    Set<Integer> spoiled = new HashSet<>();
    for (List<Event> history : events.values()) {
      history.sort(Comparator.comparingInt(Event::second));
      Place place = new Place();
      for (Event event : history) {
        long missing = place.play(event);
        units += missing;
        if (missing > 0) {
          spoiled.add(event.order());
        }
      }
    }
    return new Outcome(units, spoiled.size());
  }

  private void add(Step step) {
    switch (step) {
      case Step.Delivery d -> add(d.item(), d.second(), Kind.COMES, d.units());
      case Step.Count c -> add(c.item(), c.second(), Kind.COMES, c.delivered());
      case Step.Return r -> addGood(r.shelf(), r.item(), r.second(), r.units());
      case Step.Adjustment a -> addGood(a.shelf(), a.item(), a.second(), a.units());
      case Step.Inspection i -> addGood(i.to(), i.item(), i.second(), i.units());
      case Step.Sale s -> add(s.item(), s.second() - s.secondsLate(), Kind.GOES, s.units());
      case Step.Display d -> add(d.item(), d.second(), Kind.GOES, 1);
      case Step.Order order -> addOrder(order);
      case Step.Mistake m -> {}
      case Step.Transfer t -> addTransfer(t);
      case Step.Supply s -> addSupply(s);
      case Step.Total t -> add(t.item(), t.second(), Kind.COMES, t.delivered());
      case Step.Offline o -> o.sold().forEach(l -> add(l.item(), o.second(), Kind.GOES, l.units()));
      case Step.Doubt d -> add(d.item(), d.second(), Kind.COMES, d.delivered());
      case Step.Foreign f -> addForeign(f);
    }
  }

  private void addForeign(Step.Foreign foreign) {
    switch (foreign.doing()) {
      case SALE, ORDER -> add(foreign.item(), foreign.second(), Kind.GOES, foreign.units());
      case MANY -> add(foreign.item(), foreign.second(), Kind.COMES, foreign.units());
      case RETURN -> {}
    }
  }

  private void addGood(Shelf shelf, Item item, int second, long units) {
    if (shelf == Shelf.GOOD) {
      add(item, second, units > 0 ? Kind.COMES : Kind.GOES, Math.abs(units));
    }
  }

  private void addTransfer(Step.Transfer transfer) {
    if (transfer.course() != Step.Course.CANCELLED && transfer.course() != Step.Course.CLOSED) {
      for (Step.Line line : transfer.lines()) {
        add(line.item(), transfer.second(), Kind.GOES, line.units());
        Item there = new Item(transfer.to(), line.item().sku());
        add(there, transfer.second() + Transfers.SECONDS_ON_THE_WAY, Kind.COMES, line.units());
      }
    }
  }

  private void addSupply(Step.Supply supply) {
    if (supply.coming() != Step.Coming.CANCELLED && supply.coming() != Step.Coming.LATER) {
      supply.lines().forEach(l -> add(l.item(), supply.second(), Kind.COMES, l.units()));
    }
  }

  private void addOrder(Step.Order order) {
    boolean goesThrough =
        switch (order.fate()) {
          case PAID, PAID_LATE, PICKUP -> true;
          case CANCELLED, ABANDONED, PICKUP_IN_PART, NO_SHOW -> false;
        };
    if (goesThrough) {
      orders++;
      order.lines().forEach(l -> add(l.item(), order.second(), Kind.ORDERED, l.units()));
    }
  }

  private void add(Item item, int second, Kind kind, long units) {
    events
        .computeIfAbsent(item, i -> new ArrayList<>())
        .add(new Event(second, kind, units, orders));
  }
}
