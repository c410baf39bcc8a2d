package io.stockledger.command.stock;

import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockCounted;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last count of each condition, last by (occurredAt, version). A fact that happened before it
 * is contained in what was counted.
 */
record CountWindow(Map<Condition, Count> last) {
  static final CountWindow EMPTY = new CountWindow(Map.of());

  /** When units were counted, and in which entry. */
  record Count(Instant occurredAt, long version) {
    /** The order of facts: by occurrence, and of those at one moment by version. */
    boolean isAfter(Instant otherOccurredAt, long otherVersion) {
      int byOccurrence = occurredAt.compareTo(otherOccurredAt);
      return byOccurrence != 0 ? byOccurrence > 0 : version > otherVersion;
    }
  }

  CountWindow evolve(StockEvent event, long version) {
    if (!(event instanceof StockCounted counted)) {
      return this;
    }
    Map<Condition, Count> next = new EnumMap<>(Condition.class);
    next.putAll(last);
    Count count = new Count(event.occurredAt(), version);
    for (Condition condition : counted.counted().keySet()) {
      next.merge(
          condition, count, (old, now) -> old.isAfter(now.occurredAt, now.version) ? old : now);
    }
    return new CountWindow(Collections.unmodifiableMap(next));
  }

  @Nullable Count lastOf(Condition condition) {
    return last.get(condition);
  }

  /**
   * The count that already contained a fact of that moment. A new fact at the very moment of the
   * count has the higher version, so it comes after it.
   */
  @Nullable Count absorbing(Condition condition, Instant occurredAt) {
    Count count = last.get(condition);
    return count != null && occurredAt.isBefore(count.occurredAt()) ? count : null;
  }
}
