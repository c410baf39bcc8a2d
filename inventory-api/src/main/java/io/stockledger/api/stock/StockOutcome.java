package io.stockledger.api.stock;

import io.stockledger.api.Outcome;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command on one item took effect (or changed nothing because nothing had to change).
 *
 * @param total what became of a total; absent for every other command
 */
public record StockOutcome(ItemAfter item, @Nullable StockTotalStated total) implements Outcome {
  public StockOutcome(ItemAfter item) {
    this(item, null);
  }

  /**
   * An item as a command left it.
   *
   * @param version of its last entry
   * @param recordedAt of this command
   */
  public record ItemAfter(ItemId item, long version, Instant recordedAt, Figures figures) {}
}
