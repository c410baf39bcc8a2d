package io.stockledger.command.stock;

import io.stockledger.api.Refusal;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.StockCommand.CountStock;
import io.stockledger.api.stock.StockEvent.StockCounted;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a count sets figures (rule book, "Counts"). */
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
    AbsoluteFigures figures = new AbsoluteFigures(draft, surroundings.history(), occurredAt);
    Map<Condition, Long> counted = new EnumMap<>(command.counted());
    Refusal contradicted = figures.state(counted);
    if (contradicted != null) {
      return contradicted;
    }
    draft.record(
        command.circumstances(),
        occurredAt,
        null,
        figures.effect(),
        entry ->
            new StockCounted(
                entry,
                Collections.unmodifiableMap(counted),
                figures.book(),
                command.method(),
                command.kind()));
    return null;
  }
}
