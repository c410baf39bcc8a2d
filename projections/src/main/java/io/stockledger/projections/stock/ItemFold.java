package io.stockledger.projections.stock;

import io.stockledger.api.stock.ItemId;
import io.stockledger.projections.running.VersionGap;
import io.stockledger.projections.table.Remembered;
import io.stockledger.projections.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Folds a batch into a table that has one row per item: reads the touched rows that are not
 * remembered in one query, folds in memory, writes each row once.
 */
public final class ItemFold<R> {
  /** The row after one more entry. */
  public interface Step<R> {
    R next(@Nullable R row, ItemEvent event);
  }

  private final Table<R> table;
  private final Function<R, ItemId> item;
  private final ToLongFunction<R> version;
  private final Step<R> step;
  private final Remembered<ItemId, R> remembered;

  public ItemFold(
      Table<R> table, Function<R, ItemId> item, ToLongFunction<R> version, Step<R> step) {
    this.table = table;
    this.item = item;
    this.version = version;
    this.step = step;
    this.remembered = new Remembered<>(version);
  }

  /**
   * @return the entries that were new to the table
   */
  public List<ItemEvent> fold(JdbcOperations jdbc, List<ItemEvent> events) {
    Map<ItemId, R> rows = new HashMap<>();
    List<ItemEvent> unknown = ItemEvent.unknown(events, remembered, rows);
    table.read(jdbc, ItemEvent.keys(unknown)).forEach(row -> rows.put(item.apply(row), row));
    Map<ItemId, R> touched = new LinkedHashMap<>();
    List<ItemEvent> folded = new ArrayList<>(events.size());
    for (ItemEvent event : events) {
      R row = rows.get(event.item());
      if (VersionGap.isNext(event.recorded(), row == null ? 0 : version.applyAsLong(row))) {
        R next = step.next(row, event);
        rows.put(event.item(), next);
        touched.put(event.item(), next);
        folded.add(event);
      }
    }
    table.write(jdbc, touched.values());
    touched.forEach(remembered::put);
    return folded;
  }
}
