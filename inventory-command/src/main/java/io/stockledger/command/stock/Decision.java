package io.stockledger.command.stock;

import io.stockledger.api.Outcome;
import io.stockledger.api.Refusal;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockOutcome;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a stock item answers to a command: no, and nothing happens, or the events that happen. */
public sealed interface Decision {
  /** What the sender is told. */
  Outcome outcome();

  /** What is recorded; nothing after a refusal. */
  List<StockEvent> events();

  record Refused(Refusal refusal) implements Decision {
    @Override
    public Outcome outcome() {
      return new Outcome.Refused(refusal);
    }

    @Override
    public List<StockEvent> events() {
      return List.of();
    }
  }

  /**
   * @param after the item with these events
   * @param recordedAt when it was decided
   */
  record Accepted(List<StockEvent> events, StockItem after, Instant recordedAt)
      implements Decision {
    @Override
    public Outcome outcome() {
      return new StockOutcome(after.after(recordedAt), total());
    }

    private @Nullable StockTotalStated total() {
      for (StockEvent event : events) {
        if (event instanceof StockTotalStated total) {
          return total;
        }
      }
      return null;
    }
  }
}
