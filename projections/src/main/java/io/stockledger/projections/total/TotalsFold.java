package io.stockledger.projections.total;

import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import io.stockledger.projections.running.RecordedEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code source_word} and {@code total_day}; a batch without totals costs nothing. */
public final class TotalsFold {

  /**
   * @param events entries that are new to their items
   */
  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    List<RecordedEvent> totals =
        events.stream().filter(event -> event.payload() instanceof StockTotalStated).toList();
    if (totals.isEmpty()) {
      return;
    }
    Map<List<String>, SourceWordRow> words = new LinkedHashMap<>();
    Map<TotalDayRow.Key, TotalDayRow> days = days(jdbc, totals);
    for (RecordedEvent recorded : totals) {
      StockTotalStated total = (StockTotalStated) recorded.payload();
      days.compute(TotalDayRow.Key.of(total), (key, row) -> TotalDayRow.fold(row, total, recorded));
      if (SourceWordRow.isNewest(total)) {
        SourceWordRow word = SourceWordRow.of(total, recorded);
        words.put(List.of(word.item().location(), word.item().sku(), word.source()), word);
      }
    }
    SourceWordRow.TABLE.write(jdbc, words.values());
    TotalDayRow.TABLE.write(jdbc, days.values());
  }

  private static Map<TotalDayRow.Key, TotalDayRow> days(
      JdbcOperations jdbc, List<RecordedEvent> totals) {
    Map<TotalDayRow.Key, TotalDayRow> days = new LinkedHashMap<>();
    List<List<String>> keys =
        totals.stream()
            .map(recorded -> TotalDayRow.Key.of((StockTotalStated) recorded.payload()).parts())
            .distinct()
            .toList();
    TotalDayRow.TABLE.read(jdbc, keys).forEach(row -> days.put(row.key(), row));
    return days;
  }
}
