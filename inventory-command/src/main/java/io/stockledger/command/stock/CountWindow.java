package io.stockledger.command.stock;

import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last absolute statement on each condition, last by (occurredAt, version): a count, or a total
 * that won. A fact that happened before it is contained in what was seen then.
 *
 * @param last count or total
 * @param counted last count by people, which totals are measured against
 */
record CountWindow(Map<Condition, Count> last, Map<Condition, Count> counted) {
  static final CountWindow EMPTY = new CountWindow(Map.of(), Map.of());

  /** When units were seen, and in which entry that was said. */
  record Count(Instant occurredAt, long version) {
    /** The order of facts: by occurrence, and of those at one moment by version. */
    boolean isAfter(Instant otherOccurredAt, long otherVersion) {
      int byOccurrence = occurredAt.compareTo(otherOccurredAt);
      return byOccurrence != 0 ? byOccurrence > 0 : version > otherVersion;
    }
  }

  /** From the last counts, and the newest totals that won of each source. */
  static CountWindow of(Map<Condition, Count> counted, Collection<SourceWord> words) {
    if (counted.isEmpty() && words.isEmpty()) {
      return EMPTY;
    }
    Map<Condition, Count> last = counted;
    for (SourceWord word : words) {
      for (Map.Entry<Condition, Count> stated : word.stands().entrySet()) {
        last = with(last, Set.of(stated.getKey()), stated.getValue());
      }
    }
    return new CountWindow(last, counted);
  }

  CountWindow evolve(StockEvent event, long version) {
    if (event instanceof StockCounted e) {
      Count seen = new Count(e.occurredAt(), version);
      return new CountWindow(
          with(last, e.counted().keySet(), seen), with(counted, e.counted().keySet(), seen));
    }
    return event instanceof StockTotalStated e && e.won()
        ? new CountWindow(
            with(last, e.stated().keySet(), new Count(e.occurredAt(), version)), counted)
        : this;
  }

  /** With one more statement on some conditions; of two on one condition the later stays. */
  private static Map<Condition, Count> with(
      Map<Condition, Count> before, Set<Condition> conditions, Count count) {
    Map<Condition, Count> next = new EnumMap<>(Condition.class);
    next.putAll(before);
    for (Condition condition : conditions) {
      next.merge(
          condition, count, (old, now) -> old.isAfter(now.occurredAt, now.version) ? old : now);
    }
    return Collections.unmodifiableMap(next);
  }

  @Nullable Count lastOf(Condition condition) {
    return last.get(condition);
  }

  /** When the newest count by people was taken, of whichever condition. */
  @Nullable Instant lastCountAt() {
    Instant latest = null;
    for (Count count : counted.values()) {
      latest = latest == null || count.occurredAt.isAfter(latest) ? count.occurredAt : latest;
    }
    return latest;
  }

  /**
   * The count or total that already contained a fact of that moment. A new fact at the very moment
   * of it has the higher version, so it comes after it.
   */
  @Nullable Count absorbing(Condition condition, Instant occurredAt) {
    Count count = last.get(condition);
    return count != null && occurredAt.isBefore(count.occurredAt()) ? count : null;
  }
}
