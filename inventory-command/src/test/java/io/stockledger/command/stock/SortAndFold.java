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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The oracle: puts facts into the order in which they happened and folds what was stated of each.
 * It looks at no effect, no absorption and no book.
 */
final class SortAndFold {
  private SortAndFold() {}

  static long figure(List<StockEvent> entries, Condition condition, Instant until) {
    List<Integer> order =
        IntStream.range(0, entries.size())
            .boxed()
            .filter(i -> !entries.get(i).occurredAt().isAfter(until))
            .sorted(Comparator.comparing((Integer i) -> entries.get(i).occurredAt()))
            .toList();
    long figure = 0;
    for (int i : order) {
      StockEvent event = entries.get(i);
      Long counted = event instanceof StockCounted count ? count.counted().get(condition) : null;
      figure = counted != null ? counted : figure + stated(entries, event, condition);
    }
    return figure;
  }

  private static long stated(List<StockEvent> entries, StockEvent event, Condition condition) {
    return switch (event) {
      case StockReceived e -> e.condition() == condition ? e.quantity() : 0;
      case StockReturned e -> e.condition() == condition ? e.quantity() : 0;
      case StockAdjusted e -> e.condition() == condition ? e.quantity() : 0;
      case StockPicked e -> condition == Condition.GOOD ? -e.quantity() : 0;
      case StockConditionChanged e ->
          (e.to() == condition ? e.quantity() : 0) - (e.from() == condition ? e.quantity() : 0);
      case StockReversed e ->
          -stated(entries, entries.get((int) e.reversedVersion() - 1), condition);
      default -> 0;
    };
  }
}
