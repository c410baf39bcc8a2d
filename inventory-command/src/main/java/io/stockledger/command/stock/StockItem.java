package io.stockledger.command.stock;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.stockledger.api.stock.DiscrepancyState;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockReversed;
import io.stockledger.api.stock.StockOutcome.ItemAfter;
import io.stockledger.api.stock.TransferEvent;
import io.stockledger.promise.Stock;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * One SKU at one location, as its entries made it. It knows what a decision needs and nothing of
 * its past movements. Written as JSON it is a {@link StockItemSnapshot}, none of its own
 * components.
 *
 * @param version how many entries it evolved from; 0 for an item that nothing ever happened to
 * @param reversed versions that were reversed
 * @param newestOccurredAt the latest moment at which something happened to it, absent before the
 *     first entry
 * @param lastRecordedAt when its last entry was recorded; the item's clock never goes back behind
 *     it
 * @param openDiscrepancies by their ids
 * @param keptForTransfers units of what is set aside that transfers will take
 * @param words the newest total of each source
 * @param lowStock what is low for it, and whether it is; absent without a threshold
 * @param backorders what was promised beyond what is there, and nothing covers yet
 * @param announced what suppliers will bring
 */
@JsonAutoDetect(
    fieldVisibility = Visibility.NONE,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE,
    creatorVisibility = Visibility.NONE)
public record StockItem(
    ItemId item,
    long version,
    Figures figures,
    Promises promises,
    CountWindow counts,
    TreePSet<Long> reversed,
    @Nullable Instant newestOccurredAt,
    @Nullable Instant lastRecordedAt,
    TreePMap<String, OpenDiscrepancy> openDiscrepancies,
    long keptForTransfers,
    TreePMap<String, SourceWord> words,
    @Nullable LowStock lowStock,
    Backorders backorders,
    Announced announced) {

  /** Not by which it is read from JSON; {@link #restored} is. */
  @JsonCreator(mode = JsonCreator.Mode.DISABLED)
  public StockItem {}

  /** An item that nothing ever happened to. */
  public static StockItem absent(ItemId item) {
    return new StockItem(
        item,
        0,
        Figures.ZERO,
        Promises.NONE,
        CountWindow.EMPTY,
        TreePSet.empty(),
        null,
        null,
        TreePMap.empty(),
        0,
        TreePMap.empty(),
        null,
        Backorders.NONE,
        Announced.NONE);
  }

  public boolean exists() {
    return version > 0;
  }

  /** What is asked of this item: a reasoned no, or what happens. Changes nothing by itself. */
  public Decision decide(StockCommand command, Surroundings surroundings) {
    return new StockRules(this, surroundings).decide(command);
  }

  /**
   * The item after one more entry. It never refuses.
   *
   * @throws IllegalStateException or {@link IllegalArgumentException} when the entry breaks an
   *     invariant, which only a fault of the ledger can bring about
   */
  public StockItem evolve(StockEvent event) {
    long next = version + 1;
    requireOrder(event);
    Figures after = figures.plus(event.entry().change());
    Promises promised = promises.evolve(event, next);
    if (after.pending() != promised.pending() || after.allocated() != promised.allocated()) {
      throw new IllegalStateException(
          "%s/%d: open lines are %d pending, %d allocated, the figures %d and %d"
              .formatted(
                  item,
                  next,
                  promised.pending(),
                  promised.allocated(),
                  after.pending(),
                  after.allocated()));
    }
    return new StockItem(
        item,
        next,
        after,
        promised,
        counts.evolve(event, next),
        event instanceof StockReversed e ? reversed.plus(e.reversedVersion()) : reversed,
        newestOccurredAt == null || event.occurredAt().isAfter(newestOccurredAt)
            ? event.occurredAt()
            : newestOccurredAt,
        event.recordedAt(),
        OpenDiscrepancy.after(openDiscrepancies, event),
        event instanceof TransferEvent e ? keptAfter(e) : keptForTransfers,
        SourceWord.after(words, event, next),
        LowStock.after(lowStock, event),
        backordersAfter(event, after, promised),
        announced.evolve(event));
  }

  private Backorders backordersAfter(StockEvent event, Figures after, Promises promised) {
    if (after.backordered() == 0 && backorders.units() == 0) {
      return backorders;
    }
    Backorders next = backorders.evolve(event, version + 1, after.backordered(), promised);
    if (next.units() != after.backordered() || after.backordered() > after.uncovered()) {
      throw new IllegalStateException(
          "%s/%d: %d backordered by the figures, %d by line, of %d uncovered"
              .formatted(item, version + 1, after.backordered(), next.units(), after.uncovered()));
    }
    return next;
  }

  /**
   * What the books say of it, for whoever asks what may be promised.
   *
   * @param channel that is asked for
   */
  public Stock stock(String channel) {
    return new Stock(
        figures.good(),
        figures.reserved(),
        figures.setAside(),
        figures.backordered(),
        backorders.through(channel),
        figures.inTransit(),
        announced.arrivals(),
        openDiscrepancies.size(),
        counts.lastCountAt(),
        null);
  }

  private long keptAfter(TransferEvent event) {
    long kept = keptForTransfers + event.entry().change().setAside();
    if (kept < 0) {
      throw new IllegalStateException(item + ": less than nothing is kept for transfers: " + event);
    }
    return kept;
  }

  /** Units that are set aside and that no transfer will take. */
  public long freelySetAside() {
    return figures.setAside() - keptForTransfers;
  }

  private void requireOrder(StockEvent event) {
    if (!item.equals(event.entry().item())) {
      throw new IllegalStateException(
          "an entry of %s came to %s".formatted(event.entry().item(), item));
    }
    if (event.occurredAt().isAfter(event.recordedAt())) {
      throw new IllegalStateException(item + ": recorded before it happened: " + event);
    }
    if (lastRecordedAt != null && event.recordedAt().isBefore(lastRecordedAt)) {
      throw new IllegalStateException(item + ": the recorded clock would go back: " + event);
    }
  }

  /** The later of a clock and this item's own. */
  public Instant now(Instant clock) {
    return lastRecordedAt != null && lastRecordedAt.isAfter(clock) ? lastRecordedAt : clock;
  }

  /** The open lines of a reservation on this item. */
  public Collection<OpenPromise> promisedTo(String reservationId) {
    return promises.of(reservationId);
  }

  /** The earliest expiry among its pending lines, absent when none is pending. */
  public @Nullable Instant nextDue() {
    return promises.nextDue();
  }

  /** Of a discrepancy that the item has, or had. */
  DiscrepancyState stateOf(String discrepancyId) {
    OpenDiscrepancy open = openDiscrepancies.get(discrepancyId);
    if (open == null) {
      return DiscrepancyState.CLOSED;
    }
    return open.awaitsApproval() ? DiscrepancyState.AWAITING_APPROVAL : DiscrepancyState.OPEN;
  }

  /** The item as an answer shows it. */
  public ItemAfter after(Instant recordedAt) {
    return new ItemAfter(item, version, recordedAt, figures);
  }

  /** About how many things it holds beside its figures, for whoever keeps many items in memory. */
  public long weight() {
    return (long) promises.size()
        + reversed.size()
        + openDiscrepancies.size()
        + words.size()
        + backorders.byKey().size()
        + announced.lines().size();
  }

  @JsonValue
  StockItemSnapshot snapshot() {
    return StockItemSnapshot.of(this);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static StockItem restored(StockItemSnapshot snapshot) {
    return snapshot.restore();
  }
}
