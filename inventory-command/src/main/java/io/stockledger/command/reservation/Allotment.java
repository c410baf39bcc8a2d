package io.stockledger.command.reservation;

import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationCommand.Accept;
import io.stockledger.api.reservation.ReservationCommand.RequestedLine;
import io.stockledger.api.reservation.ReservationRefusal.LineRefused;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import io.stockledger.api.stock.StockRefusal.UnknownItem;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.Surroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which item serves which requested line, with how much. Lines are served in their order, so that
 * the same item on two lines counts as their sum.
 */
final class Allotment {
  /** So many units of a line on an item. */
  record Grant(RequestedLine line, ItemId item, long quantity) {}

  private final Drafts drafts;
  private final Surroundings surroundings;
  private final ToLongFunction<ItemId> free;
  private final Map<ItemId, Long> taken = new HashMap<>();
  private final List<Grant> grants = new ArrayList<>();
  private final List<RequestedLine> ungranted = new ArrayList<>();
  private final List<LineRefused> refused = new ArrayList<>();

  /**
   * @param free what may be promised on an item by this command, all its lines together
   */
  Allotment(Drafts drafts, Surroundings surroundings, ToLongFunction<ItemId> free) {
    this.drafts = drafts;
    this.surroundings = surroundings;
    this.free = free;
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
        refused.add(new LineRefused(line.line(), insufficient(line)));
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
    for (ItemId candidate : candidates) {
      if (left(candidate) >= line.quantity()) {
        grant(line, candidate, line.quantity());
        return null;
      }
    }
    List<ItemId> useful = line.split() ? candidates : List.of(fullest(candidates));
    long there = useful.stream().mapToLong(this::left).sum();
    if (there < line.quantity() && accept == Accept.ALL) {
      return insufficient(line);
    }
    long open = line.quantity();
    for (ItemId candidate : useful) {
      long units = Math.min(open, left(candidate));
      if (units > 0) {
        grant(line, candidate, units);
        open -= units;
      }
    }
    if (open == line.quantity()) {
      ungranted.add(line);
    }
    return null;
  }

  private Refusal insufficient(RequestedLine line) {
    List<ItemId> candidates = candidates(line);
    ItemId shown = line.split() ? candidates.getFirst() : fullest(candidates);
    long available = line.split() ? candidates.stream().mapToLong(this::left).sum() : left(shown);
    return new InsufficientStock(shown, line.quantity(), available);
  }

  private ItemId fullest(List<ItemId> candidates) {
    ItemId best = candidates.getFirst();
    for (ItemId candidate : candidates) {
      if (left(candidate) > left(best)) {
        best = candidate;
      }
    }
    return best;
  }

  private long left(ItemId item) {
    return free.applyAsLong(item) - taken.getOrDefault(item, 0L);
  }

  private void grant(RequestedLine line, ItemId item, long units) {
    grants.add(new Grant(line, item, units));
    taken.merge(item, units, Long::sum);
  }
}
