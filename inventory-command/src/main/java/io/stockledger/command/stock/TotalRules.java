package io.stockledger.command.stock;

import io.stockledger.api.Refusal;
import io.stockledger.api.location.LocationSource;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.StockCommand.StateTotal;
import io.stockledger.api.stock.StockRefusal.TooManySources;
import io.stockledger.api.stock.TotalEvent.Lost;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import io.stockledger.api.stock.TotalEvent.Why;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether the total of a source counts, and what it then does (rule book, "When it happened, when
 * we learned it"). It is one word: it counts for all the conditions that it states, or for none.
 */
final class TotalRules {
  private final ItemDraft draft;
  private final Surroundings surroundings;
  private final StateTotal command;
  private final String source;
  private final Instant observedAt;
  private final Precedence precedence;

  TotalRules(ItemDraft draft, Surroundings surroundings, StateTotal command) {
    this.draft = draft;
    this.surroundings = surroundings;
    this.command = command;
    this.source = Objects.requireNonNull(command.circumstances().source(), "a total has a source");
    this.observedAt = draft.occurred(command.circumstances());
    this.precedence = new Precedence(surroundings.sources().of(command.item().location()));
  }

  @Nullable Refusal state() {
    Refusal tooLate =
        LateWindow.refusal(
            draft.item(), observedAt, surroundings.lateWindow(), command.circumstances());
    if (tooLate != null) {
      return tooLate;
    }
    SourceWord before = draft.item().words().get(source);
    if (before == null && draft.item().words().size() >= SourceWord.MOST_SOURCES) {
      return new TooManySources(command.item(), source, SourceWord.MOST_SOURCES);
    }
    Lost lost = lost(before);
    if (lost != null) {
      record(before, Effect.NONE, Map.of(), lost);
      return null;
    }
    AbsoluteFigures figures = new AbsoluteFigures(draft, surroundings.history(), observedAt);
    Refusal contradicted = figures.state(stated());
    if (contradicted == null) {
      record(before, figures.effect(), figures.book(), null);
    }
    return contradicted;
  }

  /** To what it loses: to its own source first, then to the fact that was seen last. */
  private @Nullable Lost lost(@Nullable SourceWord before) {
    if (before != null && before.isNewerThan(command.sequence(), observedAt)) {
      return new Lost(Why.OLDER_THAN_KNOWN, source, before.observedAt(), before.version());
    }
    Lost lost = against(LocationSource.COUNT, draft.item().counts().counted());
    for (Map.Entry<String, SourceWord> other : draft.item().words().entrySet()) {
      if (!other.getKey().equals(source)) {
        lost = later(lost, against(other.getKey(), other.getValue().stands()));
      }
    }
    return lost;
  }

  /** Whether something stands against it of what another source saw of the same conditions. */
  private @Nullable Lost against(String other, Map<Condition, CountWindow.Count> seen) {
    boolean higher = precedence.isHigher(other, source);
    if (!higher && !precedence.isEqual(source, other)) {
      return null;
    }
    Lost lost = null;
    for (Condition condition : command.stated().keySet()) {
      CountWindow.Count fact = seen.get(condition);
      if (fact != null && standsAgainst(other, higher, fact.occurredAt())) {
        Why why = higher ? Why.HIGHER_SOURCE : Why.NEWER_KNOWN;
        lost = later(lost, new Lost(why, other, fact.occurredAt(), fact.version()));
      }
    }
    return lost;
  }

  private boolean standsAgainst(String other, boolean higher, Instant seenAt) {
    return higher ? precedence.stands(other, seenAt, observedAt) : !seenAt.isBefore(observedAt);
  }

  private static @Nullable Lost later(@Nullable Lost one, @Nullable Lost other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return new CountWindow.Count(one.observedAt(), one.version())
            .isAfter(other.observedAt(), other.version())
        ? one
        : other;
  }

  private Map<Condition, Long> stated() {
    return Collections.unmodifiableMap(new EnumMap<>(command.stated()));
  }

  private void record(
      @Nullable SourceWord before, Effect effect, Map<Condition, Long> book, @Nullable Lost lost) {
    Instant previous = before == null ? null : before.observedAt();
    draft.record(
        command.circumstances(),
        observedAt,
        null,
        effect,
        entry -> new StockTotalStated(entry, command.sequence(), stated(), book, previous, lost));
  }
}
