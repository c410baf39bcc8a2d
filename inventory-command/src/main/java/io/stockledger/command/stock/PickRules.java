package io.stockledger.command.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Refusal;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.api.stock.StockEvent.StockPicked;
import io.stockledger.api.stock.StockRefusal.ExceedsOnHand;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How good units leave an item (rule book, "Picks"). One of these stands for one pick command on
 * one item, which may take from several lines and beyond them.
 */
public final class PickRules {
  static final String PICKED_BEYOND_BOOK = "picked-beyond-book";

  private final ItemDraft draft;
  private final Circumstances circumstances;
  private final boolean happened;
  private final Instant occurredAt;
  private long stated;
  private long recorded;

  public PickRules(ItemDraft draft, Circumstances circumstances, boolean happened) {
    this.draft = draft;
    this.circumstances = circumstances;
    this.happened = happened;
    this.occurredAt = draft.occurred(circumstances);
  }

  /** Asked for, without a reservation: only what is available may go. */
  @Nullable Refusal unreserved(long quantity) {
    long available = draft.item().figures().available();
    if (!absorbed() && quantity > available) {
      return new InsufficientStock(draft.item().item(), quantity, available);
    }
    take(quantity, null, 0);
    return null;
  }

  /** Asked for, against a line with at least that much open: any good units may go. */
  public @Nullable Refusal reserved(OpenPromise promise, long quantity) {
    long good = draft.item().figures().good();
    if (!absorbed() && quantity > good) {
      return new ExceedsOnHand(draft.item().item(), Condition.GOOD, quantity, good);
    }
    take(quantity, promise, quantity);
    return null;
  }

  /** A fact, without a reservation or beyond it: what the book has goes. */
  public void stated(long quantity) {
    state(quantity, null);
  }

  /**
   * A fact, against a line with at least that much open, which it uses up whatever the book has.
   */
  public void stated(OpenPromise promise, long quantity) {
    state(quantity, promise);
  }

  private void state(long quantity, @Nullable OpenPromise promise) {
    long possible = absorbed() ? quantity : Math.min(quantity, draft.item().figures().good());
    stated += quantity;
    recorded += possible;
    if (possible > 0 || promise != null) {
      take(possible, promise, promise == null ? 0 : quantity);
    }
  }

  /** What was stated and the book did not have becomes one open discrepancy. */
  public void openDiscrepancy(Supplier<String> ids) {
    long missing = stated - recorded;
    if (missing == 0) {
      return;
    }
    String id = ids.get();
    draft.record(
        circumstances,
        null,
        Effect.NONE,
        entry ->
            new StockDiscrepancyOpened(
                entry, id, PICKED_BEYOND_BOOK, Condition.GOOD, stated, recorded, missing));
  }

  private boolean absorbed() {
    return draft.item().counts().absorbing(Condition.GOOD, occurredAt) != null;
  }

  private void take(long units, @Nullable OpenPromise promise, long consumed) {
    Effect effect =
        Effect.ofMovement(draft.item(), Map.of(Condition.GOOD, -units), occurredAt)
            .and(promise == null ? Change.NONE : promise.less(consumed));
    String reservationId = promise == null ? null : promise.reservationId();
    String line = promise == null ? null : promise.line();
    draft.record(
        circumstances,
        null,
        effect,
        entry -> new StockPicked(entry, units, reservationId, line, consumed, happened));
  }
}
