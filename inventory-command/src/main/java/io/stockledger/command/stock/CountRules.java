package io.stockledger.command.stock;

import io.stockledger.api.Refusal;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.StockCommand.CountStock;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.api.stock.StockRefusal.CountContradicted;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a count sets figures (rule book, "Counts" and "When it happened, when we learned it"). Behind
 * a later count it moves nothing; else it moves today's figure by what differed at its own moment.
 */
final class CountRules {
  private final ItemDraft draft;
  private final Surroundings surroundings;

  CountRules(ItemDraft draft, Surroundings surroundings) {
    this.draft = draft;
    this.surroundings = surroundings;
  }

  @Nullable Refusal count(CountStock command) {
    Instant occurredAt = draft.occurred(command.circumstances());
    Refusal tooLate =
        LateWindow.refusal(
            draft.item(), occurredAt, surroundings.lateWindow(), command.circumstances());
    if (tooLate != null) {
      return tooLate;
    }
    List<StockEvent> since = since(occurredAt);
    Change change = Change.NONE;
    Map<Condition, Long> book = new EnumMap<>(Condition.class);
    Map<Condition, Long> absorbedBy = new EnumMap<>(Condition.class);
    Map<Condition, Long> counted = new EnumMap<>(command.counted());
    for (Map.Entry<Condition, Long> figure : counted.entrySet()) {
      Condition condition = figure.getKey();
      CountWindow.Count later = draft.item().counts().absorbing(condition, occurredAt);
      if (later != null) {
        absorbedBy.put(condition, later.version());
        continue;
      }
      long today = draft.item().figures().of(condition);
      long then = today - movedSince(since, condition, occurredAt);
      long variance = figure.getValue() - then;
      if (today + variance < 0) {
        return new CountContradicted(
            draft.item().item(), condition, figure.getValue(), then, today);
      }
      book.put(condition, then);
      change = change.plus(condition, variance);
    }
    record(command, occurredAt, effect(change, absorbedBy), counted, book);
    return null;
  }

  /** Only a count from before something that is known needs to look back. */
  private List<StockEvent> since(Instant occurredAt) {
    Instant newest = draft.item().newestOccurredAt();
    return newest == null || !occurredAt.isBefore(newest)
        ? List.of()
        : surroundings.history().recordedSince(draft.item().item(), occurredAt);
  }

  private static long movedSince(List<StockEvent> since, Condition condition, Instant occurredAt) {
    return since.stream()
        .map(StockEvent::entry)
        .filter(entry -> entry.occurredAt().isAfter(occurredAt))
        .mapToLong(entry -> entry.moved(condition))
        .sum();
  }

  private static Effect effect(Change change, Map<Condition, Long> absorbedBy) {
    return absorbedBy.isEmpty()
        ? Effect.of(change)
        : new Effect(change, null, Collections.unmodifiableMap(absorbedBy));
  }

  private void record(
      CountStock command,
      Instant occurredAt,
      Effect effect,
      Map<Condition, Long> counted,
      Map<Condition, Long> book) {
    draft.record(
        command.circumstances(),
        occurredAt,
        null,
        effect,
        entry ->
            new StockCounted(
                entry,
                Collections.unmodifiableMap(counted),
                Collections.unmodifiableMap(book),
                command.method(),
                command.kind()));
  }
}
