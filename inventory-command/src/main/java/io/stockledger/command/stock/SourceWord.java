package io.stockledger.command.stock;

import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import java.time.Instant;
import java.util.Objects;
import org.pcollections.TreePMap;

/**
 * The newest total of a source.
 *
 * @param sequence of the source
 * @param observedAt when it looked
 * @param version its entry
 * @param won it moved the figures
 */
public record SourceWord(long sequence, Instant observedAt, long version, boolean won) {

  static TreePMap<String, SourceWord> after(
      TreePMap<String, SourceWord> words, StockEvent event, long version) {
    if (!(event instanceof StockTotalStated stated)) {
      return words;
    }
    String source = Objects.requireNonNull(stated.entry().source(), "a total has a source");
    SourceWord before = words.get(source);
    return before != null && before.sequence() >= stated.sequence()
        ? words
        : words.plus(
            source, new SourceWord(stated.sequence(), stated.occurredAt(), version, stated.won()));
  }
}
