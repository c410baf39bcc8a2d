package io.stockledger.command.stock;

import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockRefusal.CountContradicted;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an absolute statement on figures, a count or a total that won, does to today's (rule book,
 * "When it happened, when we learned it"). Behind a later one of the same condition it moves
 * nothing; else it moves today's figure by what differed at its own moment.
 */
final class AbsoluteFigures {
  private final ItemDraft draft;
  private final StockHistory history;
  private final Instant occurredAt;
  private final Map<Condition, Long> book = new EnumMap<>(Condition.class);
  private final Map<Condition, Long> absorbedBy = new EnumMap<>(Condition.class);
  private Change change = Change.NONE;

  AbsoluteFigures(ItemDraft draft, StockHistory history, Instant occurredAt) {
    this.draft = draft;
    this.history = history;
    this.occurredAt = occurredAt;
  }

  /** Says what was there; a no where today's figure would go below zero by it. */
  @Nullable CountContradicted state(Map<Condition, Long> stated) {
    List<StockEvent> since = since();
    for (Map.Entry<Condition, Long> figure : stated.entrySet()) {
      Condition condition = figure.getKey();
      CountWindow.Count later = draft.item().counts().absorbing(condition, occurredAt);
      if (later != null) {
        absorbedBy.put(condition, later.version());
        continue;
      }
      long today = draft.item().figures().of(condition);
      long then = today - movedSince(since, condition);
      long variance = figure.getValue() - then;
      if (today + variance < 0) {
        return new CountContradicted(
            draft.item().item(), condition, figure.getValue(), then, today);
      }
      book.put(condition, then);
      change = change.plus(condition, variance);
    }
    return null;
  }

  /** What the ledger held at that moment, of the conditions that nothing later speaks of. */
  Map<Condition, Long> book() {
    return Collections.unmodifiableMap(book);
  }

  Effect effect() {
    return absorbedBy.isEmpty()
        ? Effect.of(change)
        : new Effect(change, null, Collections.unmodifiableMap(absorbedBy));
  }

  /** Only a statement on a moment before something that is known needs to look back. */
  private List<StockEvent> since() {
    Instant newest = draft.item().newestOccurredAt();
    return newest == null || !occurredAt.isBefore(newest)
        ? List.of()
        : history.recordedSince(draft.item().item(), occurredAt);
  }

  private long movedSince(List<StockEvent> since, Condition condition) {
    return since.stream()
        .map(StockEvent::entry)
        .filter(entry -> entry.occurredAt().isAfter(occurredAt))
        .mapToLong(entry -> entry.moved(condition))
        .sum();
  }
}
