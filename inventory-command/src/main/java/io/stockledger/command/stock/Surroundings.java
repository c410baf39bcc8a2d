package io.stockledger.command.stock;

import io.stockledger.api.stock.DiscrepancyReasons;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockRefusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a decision may look at beside the item itself.
 *
 * @param clock this node's; a stream's own clock never goes back behind its last entry
 * @param lateWindow how far before an item's newest entry a count or reversal may lie without the
 *     right to backdate
 * @param sources whose word counts where
 * @param discrepancyIds makes ids that are unique in the whole ledger
 * @param discrepancies where each discrepancy is
 * @param reasons why shelf and book may disagree
 */
public record Surroundings(
    InstantSource clock,
    Duration lateWindow,
    Registry registry,
    StockHistory history,
    Sources sources,
    Supplier<String> discrepancyIds,
    DiscrepancyRegister discrepancies,
    DiscrepancyReasons reasons) {

  /** The node's clock, in whole milliseconds, which is what is recorded. */
  public Instant clockNow() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Why an item cannot come into being. One that exists had both its ids registered once, and
   * nothing is deleted, so that only new items need this.
   */
  public @Nullable StockRefusal unregistered(ItemId item) {
    if (!registry.knowsLocation(item.location())) {
      return new StockRefusal.UnknownLocation(item.location());
    }
    if (!registry.knowsProduct(item.sku())) {
      return new StockRefusal.UnknownSku(item.sku());
    }
    return registry.closed(item);
  }

  /**
   * That an item is at a location which by now only shows the stock of others: whatever is asked of
   * it is meant for one of those. Only an item that has nothing may be at one, so that the location
   * of others is not looked at.
   */
  public @Nullable StockRefusal ofOthers(StockItem item) {
    return item.figures().equals(Figures.ZERO)
            && registry.closed(item.item()) instanceof StockRefusal.SumPool sum
        ? sum
        : null;
  }

  /**
   * What a command made of an item that may not hold anything any more: whatever brings in units or
   * promises is refused there, whatever takes them away is not. The registry is looked at in
   * memory.
   */
  public @Nullable StockRefusal closed(ItemDraft draft) {
    return draft.bringsIn() ? registry.closed(draft.item().item()) : null;
  }
}
