package io.stockledger.command.stock;

import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a fact does to today's figures, and what physically moved on its own day.
 *
 * @param moved absent where it is the on-hand part of {@code change}
 * @param absorbedBy the version of the later count, by condition; absent when none absorbs anything
 */
public record Effect(
    Change change,
    @Nullable Map<Condition, Long> moved,
    @Nullable Map<Condition, Long> absorbedBy) {
  public static final Effect NONE = of(Change.NONE);

  public static Effect of(Change change) {
    return new Effect(change, null, null);
  }

  /**
   * A movement at a moment: each of its components that lies behind the last count of its condition
   * has effect 0 on today's figure, and names that count (rule book, "When it happened, when we
   * learned it").
   */
  public static Effect ofMovement(
      StockItem item, Map<Condition, Long> components, Instant occurredAt) {
    Change change = Change.NONE;
    Map<Condition, Long> absorbedBy = new EnumMap<>(Condition.class);
    for (Map.Entry<Condition, Long> component : components.entrySet()) {
      Condition condition = component.getKey();
      CountWindow.Count count = item.counts().absorbing(condition, occurredAt);
      if (count == null) {
        change = change.plus(condition, component.getValue());
      } else {
        absorbedBy.put(condition, count.version());
      }
    }
    if (absorbedBy.isEmpty()) {
      return of(change);
    }
    return new Effect(
        change,
        Collections.unmodifiableMap(new EnumMap<>(components)),
        Collections.unmodifiableMap(absorbedBy));
  }

  boolean absorbs(Condition condition) {
    return absorbedBy != null && absorbedBy.containsKey(condition);
  }

  /** The same fact, which also changes promises or what is set aside. */
  public Effect and(Change other) {
    return new Effect(change.plus(other), moved, absorbedBy);
  }
}
