package io.stockledger.command.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Entry;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.LowStockEvent.StockRanLow;
import io.stockledger.api.stock.LowStockEvent.StockRecovered;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.ExpiredLine;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.api.stock.StockRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An item while something is decided on it: a copy that evolves with every entry that would be
 * recorded. Lines that are due are expired first, and that is recorded as well, but only if the
 * command itself records something here. Throwing a draft away undoes everything.
 */
public final class ItemDraft {
  /** How many lines one expiry entry names at most. */
  static final int MAX_EXPIRED_IN_ENTRY = 1_000;

  /** How many promises one entry names at most that lost their units. */
  static final int MAX_UNCOVERED_NAMED = 1_000;

  private final StockItem original;
  private final Instant now;
  private final List<StockEvent> events = new ArrayList<>();
  private final int expiries;
  private StockItem item;
  private boolean settled;

  /**
   * @param now the moment of the decision, not before the item's last entry
   */
  public ItemDraft(StockItem original, Instant now) {
    this.original = original;
    this.now = now;
    this.item = original;
    expireWhatIsDue();
    this.expiries = events.size();
  }

  /** The item as it would be now. */
  public StockItem item() {
    return item;
  }

  public Instant now() {
    return now;
  }

  /** What would be recorded; nothing as long as only expiries are there. */
  public List<StockEvent> events() {
    return settled || events.size() > expiries ? Collections.unmodifiableList(events) : List.of();
  }

  public boolean hasEvents() {
    return !events().isEmpty();
  }

  /** Record the expiries even if nothing else is. */
  public void settle() {
    settled = true;
  }

  /** How many entries, ahead of the command's own, record what ran out. */
  int expiries() {
    return expiries;
  }

  /** When a fact happened: as stated, but never ahead of the record. */
  public Instant occurred(Circumstances circumstances) {
    Instant stated = circumstances.occurredAt();
    return stated == null || stated.isAfter(now) ? now : stated;
  }

  /** An entry with the circumstances of its command. */
  public void record(
      Circumstances circumstances,
      @Nullable String reason,
      Effect effect,
      Function<Entry, ? extends StockEvent> form) {
    record(circumstances, occurred(circumstances), reason, effect, form);
  }

  void record(
      Circumstances circumstances,
      Instant occurredAt,
      @Nullable String reason,
      Effect effect,
      Function<Entry, ? extends StockEvent> form) {
    Change change = withBackordered(effect.change());
    Entry entry =
        new Entry(
            item.item().location(),
            item.item().sku(),
            occurredAt,
            now,
            change,
            effect.moved(),
            effect.absorbedBy(),
            null,
            null,
            null,
            null,
            reason,
            circumstances.source(),
            circumstances.reference(),
            circumstances.note());
    StockEvent plain = form.apply(entry);
    StockItem after = item.evolve(plain);
    Promises.@Nullable Losses losses = losses(plain, after);
    events.add(form.apply(completed(entry, losses, after)));
    item = after;
  }

  /**
   * The one place where it is decided how much is backordered after an entry: what was before and
   * what a rule accepts by this one, so far as it is uncovered. Whatever else covers or ends
   * promises lets it shrink (rule book, "Figures of one item").
   *
   * @param change with the units that are newly accepted as {@code backordered}
   */
  private Change withBackordered(Change change) {
    Figures before = item.figures();
    long accepted = Math.addExact(before.backordered(), change.backordered());
    if (accepted == 0) {
      return change;
    }
    long uncovered = before.plus(change.withBackordered(0)).uncovered();
    return change.withBackordered(Math.min(accepted, uncovered) - before.backordered());
  }

  /**
   * To be said when all else is: where something would be recorded, that the item ran low by it, or
   * has enough again. Saying it twice adds nothing.
   */
  public void complete() {
    LowStock threshold = item.lowStock();
    if (threshold == null || !hasEvents()) {
      return;
    }
    long available = item.figures().available();
    if (threshold.runsLow(available)) {
      record(
          Circumstances.NONE,
          null,
          Effect.NONE,
          entry -> new StockRanLow(entry, available, threshold.low()));
    } else if (threshold.recovers(available)) {
      record(
          Circumstances.NONE,
          null,
          Effect.NONE,
          entry -> new StockRecovered(entry, available, threshold.restored()));
    }
  }

  /** Whether units, or promises of units, are more than they were, wherever they stand. */
  boolean bringsIn() {
    Figures before = original.figures();
    Figures after = item.figures();
    return after.onHand() > before.onHand()
        || after.reserved() > before.reserved()
        || after.setAside() > before.setAside()
        || after.inTransit() > before.inTransit()
        || after.expected() > before.expected();
  }

  /** A figure that this draft brings beyond what the ledger can hold. */
  public @Nullable StockRefusal tooLarge() {
    long largest = item.figures().largest();
    return largest > Figures.MAX && largest > original.figures().largest()
        ? new StockRefusal.FigureTooLarge(item.item(), Figures.MAX)
        : null;
  }

  /** A promise that was made beyond what is there has no units, but takes none from others. */
  private Promises.@Nullable Losses losses(StockEvent event, StockItem after) {
    long lackingBefore = item.figures().uncovered();
    long lackingAfter = after.figures().uncovered();
    if (lackingAfter <= lackingBefore || event instanceof StockReserved) {
      return null;
    }
    return event instanceof StockReservationChanged e
        ? after
            .promises()
            .lossesOfOthers(
                e.reservationId(),
                item.promises(),
                lackingBefore,
                lackingAfter,
                MAX_UNCOVERED_NAMED)
        : item.promises().losses(lackingBefore, lackingAfter, MAX_UNCOVERED_NAMED);
  }

  private void expireWhatIsDue() {
    List<OpenPromise> due = item.promises().due(now, MAX_EXPIRED_IN_ENTRY);
    while (!due.isEmpty()) {
      List<ExpiredLine> lines = new ArrayList<>(due.size());
      long units = 0;
      for (OpenPromise promise : due) {
        Instant expiredAt = promise.expiresAt();
        if (expiredAt != null) {
          lines.add(
              new ExpiredLine(
                  promise.reservationId(), promise.line(), promise.quantity(), expiredAt));
          units += promise.quantity();
        }
      }
      List<ExpiredLine> expired = Collections.unmodifiableList(lines);
      record(
          Circumstances.NONE,
          null,
          Effect.of(Change.ofPending(-units)),
          entry -> new StockReservationsExpired(entry, expired));
      due = item.promises().due(now, MAX_EXPIRED_IN_ENTRY);
    }
  }

  private Entry completed(Entry e, Promises.@Nullable Losses losses, StockItem after) {
    return new Entry(
        e.location(),
        e.sku(),
        e.occurredAt(),
        e.recordedAt(),
        e.change(),
        e.moved(),
        e.absorbedBy(),
        losses == null || losses.named().isEmpty() ? null : losses.named(),
        losses == null || losses.omitted() == 0 ? null : losses.omitted(),
        item.backorders().changes(after.backorders()),
        after.nextDue(),
        e.reason(),
        e.source(),
        e.reference(),
        e.note());
  }
}
