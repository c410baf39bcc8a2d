package io.stockledger.command.stock;

import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import io.stockledger.api.stock.TotalEvent.Why;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.pcollections.TreePMap;

/**
 * The newest total of a source.
 *
 * @param sequence of the source
 * @param observedAt when it looked
 * @param version its entry
 * @param won it moved the figures
 * @param stands the newest totals of it that won, by condition; what other sources are measured
 *     against
 */
public record SourceWord(
    long sequence,
    Instant observedAt,
    long version,
    boolean won,
    Map<Condition, CountWindow.Count> stands) {

  /** How many sources an item remembers. */
  public static final int MOST_SOURCES = 32;

  /** Whether a total of the same source, so numbered and seen then, is older than this one. */
  boolean isNewerThan(long otherSequence, Instant otherObservedAt) {
    return otherSequence <= sequence || otherObservedAt.isBefore(observedAt);
  }

  static TreePMap<String, SourceWord> after(
      TreePMap<String, SourceWord> words, StockEvent event, long version) {
    if (!(event instanceof StockTotalStated stated) || isOlderThanKnown(stated)) {
      return words;
    }
    String source = Objects.requireNonNull(stated.entry().source(), "a total has a source");
    SourceWord before = words.get(source);
    Map<Condition, CountWindow.Count> stands = new EnumMap<>(Condition.class);
    if (before != null) {
      stands.putAll(before.stands);
    }
    if (stated.won()) {
      CountWindow.Count seen = new CountWindow.Count(stated.occurredAt(), version);
      stated.stated().keySet().forEach(condition -> stands.put(condition, seen));
    }
    return words.plus(
        source,
        new SourceWord(
            stated.sequence(),
            stated.occurredAt(),
            version,
            stated.won(),
            Collections.unmodifiableMap(stands)));
  }

  private static boolean isOlderThanKnown(StockTotalStated stated) {
    return stated.lost() != null && stated.lost().why() == Why.OLDER_THAN_KNOWN;
  }
}
