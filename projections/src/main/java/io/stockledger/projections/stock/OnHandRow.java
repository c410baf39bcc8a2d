package io.stockledger.projections.stock;

import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.LastCount;
import io.stockledger.api.stock.StockEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is physically there of one item.
 *
 * @param figures promises are left at 0
 * @param version of the last entry folded
 * @param position of the last entry folded
 * @param asOf when that entry was recorded
 */
public record OnHandRow(
    ItemId item,
    Figures figures,
    @Nullable LastCount lastCount,
    long version,
    long position,
    Instant asOf) {

  /** The row after one more entry; {@code null} is the row before the first. */
  public static OnHandRow fold(
      @Nullable OnHandRow row, StockEvent event, long position, long version) {
    Change all = event.entry().change();
    Change physical =
        new Change(
            all.good(),
            all.damaged(),
            all.quarantine(),
            all.nonSellable(),
            0,
            0,
            0,
            all.inTransit(),
            0,
            0);
    Figures before = row == null ? Figures.ZERO : row.figures;
    return new OnHandRow(
        event.entry().item(),
        before.plus(physical),
        LastCounts.after(row == null ? null : row.lastCount, event, version),
        version,
        position,
        event.recordedAt());
  }
}
