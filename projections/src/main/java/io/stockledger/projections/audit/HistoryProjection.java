package io.stockledger.projections.audit;

import io.stockledger.api.EventCatalogue;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.running.VersionGap;
import io.stockledger.projections.stock.ItemEvent;
import io.stockledger.projections.table.Remembered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code history}: a line per entry of every item, with the figures after it. */
public final class HistoryProjection implements Projection {
  public static final String NAME = "history";

  private static final List<String> METADATA = List.of("client", "credential", "key");

  private final Remembered<ItemId, HistoryRow> remembered = new Remembered<>(HistoryRow::version);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("history");
  }

  @Override
  public boolean concerns(Object event) {
    return event instanceof StockEvent;
  }

  @Override
  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    List<ItemEvent> entries = ItemEvent.among(events);
    Map<ItemId, HistoryRow> last = new HashMap<>();
    List<ItemEvent> unknown = ItemEvent.unknown(entries, remembered, last);
    HistoryTable.lastLines(jdbc, ItemEvent.keys(unknown)).forEach(row -> last.put(row.item(), row));
    List<HistoryRow> lines = new ArrayList<>(entries.size());
    for (ItemEvent entry : entries) {
      HistoryRow before = last.get(entry.item());
      if (VersionGap.isNext(entry.recorded(), before == null ? 0 : before.version())) {
        HistoryRow line = line(before, entry);
        last.put(entry.item(), line);
        lines.add(line);
      }
    }
    HistoryTable.write(jdbc, lines);
    lines.forEach(line -> remembered.put(line.item(), line));
  }

  private static HistoryRow line(@Nullable HistoryRow before, ItemEvent e) {
    Map<String, String> metadata = new HashMap<>();
    for (String name : METADATA) {
      String value = e.recorded().said(name);
      if (value != null) {
        metadata.put(name, value);
      }
    }
    String type = EventCatalogue.nameOf(e.event().getClass()).value();
    return HistoryRow.fold(before, e.event(), type, metadata, e.position(), e.version());
  }
}
