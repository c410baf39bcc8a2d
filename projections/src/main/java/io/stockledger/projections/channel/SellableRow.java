package io.stockledger.projections.channel;

import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a channel may offer of one item.
 *
 * @param reserved pending and allocated
 * @param rule the rule that makes the figure
 * @param nextDue a lower bound of the expiries of the item's pending lines
 */
public record SellableRow(
    String channel,
    ItemId item,
    long good,
    long reserved,
    long setAside,
    String rule,
    @Nullable Instant nextDue,
    long version,
    long position,
    Instant asOf) {
  /** The rule of the default channel: what is available, without a buffer. */
  public static final String DEFAULT_RULE = "default";

  public SellableRow {
    if (good < 0 || reserved < 0 || setAside < 0) {
      throw new IllegalArgumentException(
          "a figure would be negative: good %d, reserved %d, set aside %d"
              .formatted(good, reserved, setAside));
    }
  }

  public long figure() {
    return Math.max(0, good - reserved - setAside);
  }

  /** The row after one more entry; {@code null} is the row before the first. */
  public static SellableRow fold(
      @Nullable SellableRow row, String channel, StockEvent event, long position, long version) {
    Change change = event.entry().change();
    long promised = Math.addExact(change.pending(), change.allocated());
    return new SellableRow(
        channel,
        event.entry().item(),
        Math.addExact(row == null ? 0 : row.good, change.good()),
        Math.addExact(row == null ? 0 : row.reserved, promised),
        Math.addExact(row == null ? 0 : row.setAside, change.setAside()),
        DEFAULT_RULE,
        event.entry().nextDue(),
        version,
        position,
        event.recordedAt());
  }
}
