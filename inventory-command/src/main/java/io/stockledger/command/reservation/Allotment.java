package io.stockledger.command.reservation;

import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationCommand.Accept;
import io.stockledger.api.reservation.ReservationCommand.RequestedLine;
import io.stockledger.api.reservation.ReservationRefusal.LineRefused;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockRefusal.UnknownItem;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.Surroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which item serves which requested line, with how much. Lines are served in their order, so that
 * the same item on two lines counts as their sum. What is there is promised before what is not: a
 * candidate that has a line's units goes before one that would have to wait for them.
 */
final class Allotment {
  /**
   * So many units of a line on an item.
   *
   * @param beyond of these, units that are promised beyond what there is
   */
  record Grant(RequestedLine line, ItemId item, long quantity, long beyond) {}

  private final Drafts drafts;
  private final Surroundings surroundings;
  private final Promisable promisable;
  private final Map<ItemId, Long> taken = new HashMap<>();
  private final List<Grant> grants = new ArrayList<>();
  private final List<RequestedLine> ungranted = new ArrayList<>();
  private final List<LineRefused> refused = new ArrayList<>();

  /**
   * @param promisable on an item by this command, all its lines together
   */
  Allotment(Drafts drafts, Surroundings surroundings, Promisable promisable) {
    this.drafts = drafts;
    this.surroundings = surroundings;
    this.promisable = promisable;
  }

  /** The items that could serve a line, in order of preference. */
  static List<ItemId> candidates(RequestedLine line) {
    return line.locations().stream()
        .distinct()
        .map(location -> new ItemId(location, line.sku()))
        .toList();
  }

  void serve(List<RequestedLine> lines, Accept accept) {
    for (RequestedLine line : lines) {
      Refusal refusal = existence(line);
      if (refusal == null) {
        refusal = serve(line, accept);
      }
      if (refusal != null) {
        refused.add(new LineRefused(line.line(), refusal));
      }
    }
    if (refused.isEmpty() && grants.isEmpty()) {
      for (RequestedLine line : ungranted) {
        refused.add(new LineRefused(line.line(), refusal(line)));
      }
    }
  }

  List<Grant> grants() {
    return grants;
  }

  /** Lines for which nothing was there, and that was accepted. */
  List<RequestedLine> ungranted() {
    return ungranted;
  }

  List<LineRefused> refused() {
    return refused;
  }

  /**
   * Why a line cannot be served at all. It is enough that one of its candidates ever held stock and
   * may hold some.
   */
  @Nullable Refusal existence(RequestedLine line) {
    List<ItemId> candidates = candidates(line);
    boolean any = false;
    Refusal closed = null;
    for (ItemId candidate : candidates) {
      Refusal refusal = surroundings.registry().closed(candidate);
      if (refusal != null) {
        closed = closed == null ? refusal : closed;
      } else if (drafts.original(candidate).exists()) {
        any = true;
      } else {
        refusal = surroundings.unregistered(candidate);
        if (refusal != null) {
          return refusal;
        }
      }
    }
    if (any) {
      return null;
    }
    return closed == null ? new UnknownItem(candidates.getFirst()) : closed;
  }

  private @Nullable Refusal serve(RequestedLine line, Accept accept) {
    List<ItemId> candidates = candidates(line);
    for (ToLongFunction<ItemId> left : List.<ToLongFunction<ItemId>>of(this::units, this::left)) {
      for (ItemId candidate : candidates) {
        if (left.applyAsLong(candidate) >= line.quantity()) {
          grant(line, List.of(candidate));
          return null;
        }
      }
      if (line.split() && sum(candidates, left) >= line.quantity()) {
        grant(line, candidates);
        return null;
      }
    }
    if (accept == Accept.ALL) {
      return refusal(line);
    }
    if (!grant(line, line.split() ? candidates : List.of(fullest(candidates)))) {
      ungranted.add(line);
    }
    return null;
  }

  private Refusal refusal(RequestedLine line) {
    List<ItemId> candidates = candidates(line);
    List<ItemId> looked = line.split() ? candidates : List.of(fullest(candidates));
    return promisable.refusal(line, looked, sum(looked, this::left));
  }

  /** The one with the most units, and of those the one that may promise the most beyond them. */
  private ItemId fullest(List<ItemId> candidates) {
    ItemId best = candidates.getFirst();
    for (ItemId candidate : candidates) {
      int more = Long.compare(units(candidate), units(best));
      if (more > 0 || (more == 0 && left(candidate) > left(best))) {
        best = candidate;
      }
    }
    return best;
  }

  private static long sum(List<ItemId> items, ToLongFunction<ItemId> left) {
    return items.stream().mapToLong(left).sum();
  }

  /** Of what is there, so much is not taken yet. */
  private long units(ItemId item) {
    return Math.max(0, promisable.room(item).units() - taken.getOrDefault(item, 0L));
  }

  /** So much more may be promised. */
  private long left(ItemId item) {
    return promisable.room(item).sellable() - taken.getOrDefault(item, 0L);
  }

  /**
   * Takes from all of them what is there before it takes from any what is not.
   *
   * @return whether anything was granted
   */
  private boolean grant(RequestedLine line, List<ItemId> from) {
    Map<ItemId, Long> there = new LinkedHashMap<>();
    long open = line.quantity();
    for (ItemId item : from) {
      long units = Math.min(open, units(item));
      there.put(item, units);
      open -= units;
    }
    boolean any = false;
    for (ItemId item : from) {
      long units = there.getOrDefault(item, 0L);
      long beyond = Math.min(open, left(item) - units);
      open -= beyond;
      any |= grant(line, item, units, beyond);
    }
    return any;
  }

  private boolean grant(RequestedLine line, ItemId item, long units, long beyond) {
    long quantity = units + beyond;
    if (quantity > 0) {
      grants.add(new Grant(line, item, quantity, beyond));
      taken.merge(item, quantity, Long::sum);
    }
    return quantity > 0;
  }
}
