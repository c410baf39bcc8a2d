package io.stockledger.command.stock;

import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockAdjusted;
import io.stockledger.api.stock.StockEvent.StockConditionChanged;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.api.stock.StockEvent.StockPicked;
import io.stockledger.api.stock.StockEvent.StockReceived;
import io.stockledger.api.stock.StockEvent.StockReturned;
import io.stockledger.api.stock.StockEvent.StockReversed;
import io.stockledger.api.stock.SupplyEvent.StockSupplyReceived;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import io.stockledger.api.stock.TransferEvent.StockTransferDispatched;
import io.stockledger.api.stock.TransferEvent.StockTransferReceived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The oracle: puts the facts of one item into the order in which they happened and folds what was
 * stated of each. It looks at no effect, no absorption and no book.
 */
public final class SortAndFold {
  private static final List<Condition> CONDITIONS = List.of(Condition.values());

  private final List<StockEvent> entries = new ArrayList<>();
  private final List<StockEvent> inOrder = new ArrayList<>();

  public static SortAndFold of(List<StockEvent> entries) {
    SortAndFold oracle = new SortAndFold();
    entries.forEach(oracle::add);
    return oracle;
  }

  /** The item's next entry; of facts at one moment it is the last. */
  public void add(StockEvent event) {
    entries.add(event);
    int place = inOrder.size();
    while (place > 0 && inOrder.get(place - 1).occurredAt().isAfter(event.occurredAt())) {
      place--;
    }
    inOrder.add(place, event);
  }

  /** The facts by ({@code occurredAt}, version). */
  public List<StockEvent> inOrder() {
    return inOrder;
  }

  /** What was there, moment included, of every condition; may be negative. */
  public Map<Condition, Long> figures(Instant until) {
    Map<Condition, Long> figures = nothing();
    for (StockEvent event : inOrder) {
      if (event.occurredAt().isAfter(until)) {
        break;
      }
      if (event instanceof StockCounted count) {
        figures.putAll(count.counted());
      } else if (event instanceof StockTotalStated total && total.won()) {
        figures.putAll(total.stated());
      } else {
        state(event, 1, figures);
      }
    }
    return figures;
  }

  static Map<Condition, Long> nothing() {
    Map<Condition, Long> figures = new EnumMap<>(Condition.class);
    for (Condition condition : CONDITIONS) {
      figures.put(condition, 0L);
    }
    return figures;
  }

  private void state(StockEvent event, int sign, Map<Condition, Long> figures) {
    switch (event) {
      case StockReceived e -> figures.merge(e.condition(), sign * e.quantity(), Long::sum);
      case StockReturned e -> figures.merge(e.condition(), sign * e.quantity(), Long::sum);
      case StockAdjusted e -> figures.merge(e.condition(), sign * e.quantity(), Long::sum);
      case StockPicked e -> figures.merge(Condition.GOOD, -sign * e.quantity(), Long::sum);
      case StockConditionChanged e -> {
        figures.merge(e.from(), -sign * e.quantity(), Long::sum);
        figures.merge(e.to(), sign * e.quantity(), Long::sum);
      }
      case StockReversed e -> state(entries.get((int) e.reversedVersion() - 1), -sign, figures);
      case StockTransferDispatched e -> figures.merge(Condition.GOOD, -e.quantity(), Long::sum);
      case StockTransferReceived e ->
          e.received().forEach((c, n) -> figures.merge(c, n, Long::sum));
      case StockSupplyReceived e -> e.received().forEach((c, n) -> figures.merge(c, n, Long::sum));
      default -> {
        // counts are absolute, and promises move nothing
      }
    }
  }
}
