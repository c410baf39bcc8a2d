package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.TransferFold.Route;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;

/**
 * A line of a transfer, folded. What left is told at the origin, what is under way where it goes.
 */
final class TransferLineFold {
  private final Route route;

  /** A line that begins by leaving is one of a move: nothing of it is ever set aside. */
  private final boolean moved;

  private final Map<String, Part> parts = new LinkedHashMap<>();
  private long requested;
  private long cancelled;
  private long excess;
  private boolean astray;

  /**
   * What of the line left as one part.
   *
   * @param dispatched as the origin says
   * @param underWay as the destination says
   */
  record Part(long dispatched, long underWay, long received, long missing, long writtenOff) {
    static final Part NONE = new Part(0, 0, 0, 0, 0);

    long inTransit() {
      return underWay - received - missing - writtenOff;
    }

    Part plus(Part more) {
      return new Part(
          dispatched + more.dispatched,
          underWay + more.underWay,
          received + more.received,
          missing + more.missing,
          writtenOff + more.writtenOff);
    }

    /** What left is on its way, arrived or given up. */
    boolean isBalanced() {
      return dispatched == inTransit() + received + missing + writtenOff
          && inTransit() >= 0
          && received >= 0
          && missing >= 0
          && writtenOff >= 0;
    }

    boolean isTold(JsonNode json) {
      return json.path("dispatched").asLong(-1) == dispatched
          && json.path("inTransit").asLong(-1) == inTransit()
          && json.path("received").asLong(-1) == received
          && json.path("missing").asLong(-1) == missing + writtenOff;
    }
  }

  /**
   * @param route and {@code type}: of its first entry
   */
  TransferLineFold(Route route, String type) {
    this.route = route;
    this.moved = type.equals(TransferFold.DISPATCHED);
  }

  void add(Entry entry) {
    astray |= !Route.of(entry).equals(route);
    long units = entry.quantity();
    switch (entry.type()) {
      case TransferFold.REQUESTED -> requested += units;
      case TransferFold.CANCELLED -> cancelled += units;
      case TransferFold.DISPATCHED -> {
        requested += moved ? units : 0;
        add(entry, new Part(units, 0, 0, 0, 0));
      }
      case TransferFold.UNDER_WAY -> add(entry, new Part(0, units, 0, 0, 0));
      case TransferFold.RECEIVED -> {
        long missing = entry.payload().path("missing").asLong(0);
        add(entry, new Part(0, 0, arrived(entry).onHand(), missing, 0));
        excess += entry.payload().path("excess").asLong(0);
      }
      case TransferFold.WRITTEN_OFF -> add(entry, new Part(0, 0, 0, 0, units));
      default -> throw new IllegalArgumentException(entry.type());
    }
  }

  private void add(Entry entry, Part more) {
    parts.merge(entry.text("part"), more, Part::plus);
  }

  /** What an entry brings in, by condition. */
  static Figures arrived(Entry entry) {
    return Figures.of(entry.payload().path("received"));
  }

  Route route() {
    return route;
  }

  boolean isMoved() {
    return moved;
  }

  /** Whether an entry tells of another way than the first one did. */
  boolean isAstray() {
    return astray;
  }

  Map<String, Part> parts() {
    return parts;
  }

  /** Nothing where it has no share in that part. */
  Part part(String name) {
    return parts.getOrDefault(name, Part.NONE);
  }

  long setAside() {
    return requested - dispatched() - cancelled;
  }

  long dispatched() {
    return sum(Part::dispatched);
  }

  long inTransit() {
    return sum(Part::inTransit);
  }

  long received() {
    return sum(Part::received);
  }

  private long sum(ToLongFunction<Part> units) {
    return parts.values().stream().mapToLong(units).sum();
  }

  boolean isBalanced() {
    return setAside() >= 0 && parts.values().stream().allMatch(Part::isBalanced);
  }

  /** Whether an answer told the same of the line. */
  boolean isTold(JsonNode json) {
    Part all = parts.values().stream().reduce(Part.NONE, Part::plus);
    return all.isTold(json)
        && json.path("sku").asString("").equals(route.sku())
        && json.path("requested").asLong(-1) == requested
        && json.path("setAside").asLong(-1) == setAside()
        && json.path("excess").asLong(-1) == excess
        && json.path("cancelled").asLong(-1) == cancelled;
  }

  @Override
  public String toString() {
    return "%s: %d requested, %d cancelled, %s".formatted(route, requested, cancelled, parts);
  }
}
