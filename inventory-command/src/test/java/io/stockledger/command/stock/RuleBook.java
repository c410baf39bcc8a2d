package io.stockledger.command.stock;

import io.stockledger.api.Refusal;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Entry;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.api.stock.StockRefusal.ExceedsOnHand;
import io.stockledger.api.stock.StockRefusal.ExceedsSetAside;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of every entry and every refusal of an item, whatever the history. Messages are
 * put together only where something is broken: this runs after every step of many histories.
 */
public final class RuleBook {
  private RuleBook() {}

  /** Units of pending lines whose instant has come, whether or not that is recorded. */
  public static long due(StockItem item, Instant now) {
    return item.promises().due(now, Integer.MAX_VALUE).stream()
        .mapToLong(OpenPromise::quantity)
        .sum();
  }

  /** The numbers of a refusal are those of the item. */
  public static void justified(Refusal refusal, StockItem before, Instant now) {
    long due = due(before, now);
    Figures f = before.figures();
    boolean just =
        switch (refusal) {
          case InsufficientStock r ->
              r.requested() > r.available()
                  && r.available() == Math.max(0, f.good() - f.reserved() + due - f.setAside());
          case ExceedsOnHand r -> r.requested() > r.onHand() && r.onHand() <= f.of(r.condition());
          case ExceedsSetAside r ->
              r.requested() > r.setAside() && r.setAside() == before.freelySetAside();
          default -> !refusal.type().isEmpty();
        };
    if (!just) {
      throw new AssertionError(refusal + " of " + before);
    }
  }

  /**
   * The entries that one command recorded: only what may uncover promises does, it names what it
   * uncovers, its earliest expiry is the item's, and a count knows the book of its moment.
   *
   * @param oracle folded up to the first of them; is folded further
   * @return the item after them
   */
  public static StockItem follow(StockItem before, List<StockEvent> events, SortAndFold oracle) {
    StockItem item = before;
    for (StockEvent event : events) {
      StockItem next = item.evolve(event);
      require(event, item.figures(), next.figures());
      if (!Objects.equals(event.entry().nextDue(), next.nextDue())) {
        throw new AssertionError(event + " but the earliest expiry is " + next.nextDue());
      }
      if (event instanceof StockCounted count) {
        knowsTheBook(count, count.book(), oracle);
      } else if (event instanceof StockTotalStated total) {
        knowsTheBook(total, total.book(), oracle);
      }
      oracle.add(event);
      item = next;
    }
    return item;
  }

  private static void require(StockEvent event, Figures was, Figures is) {
    long rise = is.uncovered() - was.uncovered();
    if (rise > 0 && !mayUncover(event)) {
      throw new AssertionError(event + " uncovered " + rise);
    }
    List<Entry.Uncovered> uncovers = event.entry().uncovers();
    long named =
        uncovers == null ? 0 : uncovers.stream().mapToLong(Entry.Uncovered::quantity).sum();
    boolean wrong =
        accepted(event) > 0
            ? named > Math.max(0, rise)
            : named != (rise <= 0 ? 0 : lackingPromises(is) - lackingPromises(was));
    if (wrong || is.shortfall() < 0 || (accepted(event) > 0 && is.shortfall() > was.shortfall())) {
      throw new AssertionError(event + " names other units than it uncovered");
    }
  }

  private static long lackingPromises(Figures figures) {
    return Math.min(figures.reserved(), figures.uncovered());
  }

  /** Units that it promises beyond what is there. */
  private static long accepted(StockEvent event) {
    return switch (event) {
      case StockReserved e -> orNone(e.backordered());
      case StockReservationChanged e ->
          e.lines().stream().mapToLong(line -> orNone(line.backordered())).sum();
      default -> 0;
    };
  }

  private static long orNone(@Nullable Long units) {
    return units == null ? 0 : units;
  }

  private static boolean mayUncover(StockEvent event) {
    return accepted(event) > 0
        || event instanceof StockCounted
        || event instanceof StockTotalStated
        || event instanceof StockEvent.StockAdjusted
        || event instanceof StockEvent.StockConditionChanged
        || event instanceof StockEvent.StockReversed
        || (event instanceof StockEvent.StockPicked pick && pick.happened());
  }

  private static void knowsTheBook(
      StockEvent event, Map<Condition, Long> book, SortAndFold oracle) {
    Map<Condition, Long> figures = oracle.figures(event.occurredAt());
    if (!figures.entrySet().containsAll(book.entrySet())) {
      throw new AssertionError(event + " but there were " + figures);
    }
  }

  /** What a count, or a total that won, says absolutely; nothing for anything else. */
  private static Map<Condition, Long> absolute(StockEvent event) {
    if (event instanceof StockCounted count) {
      return count.counted();
    }
    return event instanceof StockTotalStated total && total.won() ? total.stated() : Map.of();
  }

  /** Today's figures are what comes of all facts in their order. */
  public static void agreesToday(SortAndFold oracle, Figures figures) {
    Map<Condition, Long> facts = oracle.figures(Instant.MAX);
    facts.forEach(
        (condition, units) -> {
          if (units != figures.of(condition)) {
            throw new AssertionError("by occurrence %s, now %s".formatted(facts, figures));
          }
        });
  }

  /**
   * What a reader has that knows no rule, only what entries say of their effects, is what was there
   * at a moment: on from the last count of each condition; and, where none was counted since, back
   * from today.
   */
  public static void agreesAt(SortAndFold oracle, Figures today, Instant moment) {
    Map<Condition, Long> facts = oracle.figures(moment);
    Map<Condition, Long> onward = onward(oracle.inOrder(), moment);
    Map<Condition, Long> back = back(oracle.inOrder(), today, moment);
    if (!facts.equals(onward) || !facts.entrySet().containsAll(back.entrySet())) {
      throw new AssertionError(
          "at %s there were %s; on from the last count %s, back from today %s"
              .formatted(moment, facts, onward, back));
    }
  }

  private static Map<Condition, Long> onward(List<StockEvent> inOrder, Instant moment) {
    Map<Condition, Long> figures = SortAndFold.nothing();
    for (StockEvent event : inOrder) {
      if (event.occurredAt().isAfter(moment)) {
        break;
      }
      Map<Condition, Long> absolute = absolute(event);
      if (absolute.isEmpty()) {
        figures.replaceAll((condition, units) -> units + event.entry().moved(condition));
      } else {
        figures.putAll(absolute);
      }
    }
    return figures;
  }

  /** Only of conditions that were not counted since. */
  private static Map<Condition, Long> back(
      List<StockEvent> inOrder, Figures today, Instant moment) {
    Map<Condition, Long> figures = SortAndFold.nothing();
    figures.replaceAll((condition, units) -> today.of(condition));
    for (StockEvent event : inOrder.reversed()) {
      if (!event.occurredAt().isAfter(moment)) {
        break;
      }
      Map<Condition, Long> absolute = absolute(event);
      if (absolute.isEmpty()) {
        figures.replaceAll((condition, units) -> units - event.entry().moved(condition));
      } else {
        figures.keySet().removeAll(absolute.keySet());
      }
    }
    return figures;
  }
}
