package io.stockledger.projections.counting;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.stock.FigureColumns;
import io.stockledger.projections.stock.ItemEvent;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * {@code count_need}: a row per item of which something was picked, counted, stated or in dispute.
 * Entries that say nothing of that leave it as it is, so its versions have gaps.
 */
public final class CountNeedProjection implements Projection {
  public static final String NAME = "count-need";

  private static final Table<CountNeedRow> TABLE =
      new Table<>(
          "count_need",
          2,
          Conflict.newerWins("location, sku"),
          Stream.concat(
                  FigureColumns.<CountNeedRow>item(CountNeedRow::item).stream(),
                  Stream.of(
                      new Column<CountNeedRow>(
                          "counted_at", "timestamptz", CountNeedRow::countedAt),
                      new Column<CountNeedRow>(
                          "variances", "jsonb", row -> Json.write(row.variances())),
                      new Column<CountNeedRow>("picked", "jsonb", row -> Json.write(row.picked())),
                      new Column<CountNeedRow>(
                          "open_discrepancies", "bigint", CountNeedRow::openDiscrepancies),
                      new Column<CountNeedRow>("version", "bigint", CountNeedRow::version),
                      new Column<CountNeedRow>("position", "bigint", CountNeedRow::position)))
              .toList(),
          (row, number) -> read(row));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("count_need");
  }

  @Override
  public boolean concerns(Object event) {
    return event instanceof StockEvent entry && CountNeedRow.concerns(entry);
  }

  @Override
  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    List<ItemEvent> concerned =
        ItemEvent.among(events).stream().filter(e -> CountNeedRow.concerns(e.event())).toList();
    if (concerned.isEmpty()) {
      return;
    }
    Map<ItemId, CountNeedRow> rows = new HashMap<>();
    TABLE.read(jdbc, ItemEvent.keys(concerned)).forEach(row -> rows.put(row.item(), row));
    Map<ItemId, CountNeedRow> touched = new LinkedHashMap<>();
    for (ItemEvent event : concerned) {
      CountNeedRow row = rows.getOrDefault(event.item(), CountNeedRow.none(event.item()));
      if (event.version() > row.version()) {
        CountNeedRow next = row.fold(event.event(), event.position(), event.version());
        rows.put(event.item(), next);
        touched.put(event.item(), next);
      }
    }
    TABLE.write(jdbc, touched.values());
  }

  private static CountNeedRow read(ResultSet row) throws SQLException {
    return new CountNeedRow(
        FigureColumns.item(row),
        Json.instantOrNull(row, "counted_at"),
        Arrays.asList(Objects.requireNonNull(Json.read(row, "variances", Long[].class))),
        picked(row),
        row.getLong("open_discrepancies"),
        row.getLong("version"),
        row.getLong("position"));
  }

  private static Map<String, Long> picked(ResultSet row) throws SQLException {
    Map<String, Long> picked = new TreeMap<>();
    Map<?, ?> read = Objects.requireNonNull(Json.read(row, "picked", Map.class));
    read.forEach((day, units) -> picked.put((String) day, ((Number) units).longValue()));
    return picked;
  }
}
