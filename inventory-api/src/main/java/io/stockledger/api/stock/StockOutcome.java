package io.stockledger.api.stock;

import io.stockledger.api.Outcome;
import java.time.Instant;

/** A command on one item took effect (or changed nothing because nothing had to change). */
public record StockOutcome(ItemAfter item) implements Outcome {
  /**
   * An item as a command left it.
   *
   * @param version of its last entry
   * @param recordedAt of this command
   */
  public record ItemAfter(ItemId item, long version, Instant recordedAt, Figures figures) {}
}
