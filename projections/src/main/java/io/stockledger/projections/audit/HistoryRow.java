package io.stockledger.projections.audit;

import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an item, and the figures after it.
 *
 * @param type its event name
 * @param metadata who sent it and under which key
 * @param event what it says; null where the row was read back, since nothing is folded from it
 */
public record HistoryRow(
    ItemId item,
    long version,
    long position,
    String type,
    Map<String, String> metadata,
    @Nullable StockEvent event,
    Figures figures,
    @Nullable Instant nextDue) {

  /** The line of one more entry; {@code last} is the item's line before it, null at the first. */
  public static HistoryRow fold(
      @Nullable HistoryRow last,
      StockEvent event,
      String type,
      Map<String, String> metadata,
      long position,
      long version) {
    Figures before = last == null ? Figures.ZERO : last.figures;
    return new HistoryRow(
        event.entry().item(),
        version,
        position,
        type,
        metadata,
        event,
        before.plus(event.entry().change()),
        event.entry().nextDue());
  }
}
