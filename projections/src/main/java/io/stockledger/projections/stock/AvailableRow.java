package io.stockledger.projections.stock;

import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyClosed;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.LastCount;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The whole card of one item: all figures, coherent at one version.
 *
 * @param nextDue a lower bound of the expiries of its pending lines, null when none is pending
 * @param version of the last entry folded
 * @param position of the last entry folded
 * @param asOf when that entry was recorded
 */
public record AvailableRow(
    ItemId item,
    Figures figures,
    @Nullable Instant nextDue,
    @Nullable LastCount lastCount,
    long openDiscrepancies,
    long version,
    long position,
    Instant asOf) {

  /** The row after one more entry; {@code null} is the row before the first. */
  public static AvailableRow fold(
      @Nullable AvailableRow row, StockEvent event, long position, long version) {
    Figures before = row == null ? Figures.ZERO : row.figures;
    return new AvailableRow(
        event.entry().item(),
        before.plus(event.entry().change()),
        event.entry().nextDue(),
        LastCounts.after(row == null ? null : row.lastCount, event, version),
        openAfter(row == null ? 0 : row.openDiscrepancies, event),
        version,
        position,
        event.recordedAt());
  }

  private static long openAfter(long open, StockEvent event) {
    return switch (event) {
      case StockDiscrepancyOpened ignored -> open + 1;
      case StockDiscrepancyClosed ignored -> open - 1;
      default -> open;
    };
  }
}
