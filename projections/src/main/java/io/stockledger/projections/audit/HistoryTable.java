package io.stockledger.projections.audit;

import io.stockledger.api.Reference;
import io.stockledger.api.stock.Entry;
import io.stockledger.api.stock.ItemId;
import io.stockledger.projections.stock.FigureColumns;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code history}: a line per entry. */
final class HistoryTable {
  private static final Table<Line> TABLE =
      new Table<>(
          "history",
          2,
          Conflict.firstStays("location, sku, version"),
          Stream.of(
                  FigureColumns.<Line>item(line -> line.row().item()),
                  placeColumns(),
                  entryColumns(),
                  toldColumns(),
                  FigureColumns.<Line>all(line -> line.row().figures()))
              .flatMap(List::stream)
              .toList(),
          (row, number) -> {
            throw new UnsupportedOperationException("history is read by its last lines only");
          });

  private static final String LAST_LINES =
      """
      select h.* from unnest(?::text[], ?::text[]) as wanted (location, sku)
       cross join lateral (
         select * from history
          where history.location = wanted.location and history.sku = wanted.sku
          order by version desc limit 1) h
      """;

  private HistoryTable() {}

  /** A line with what its columns need. */
  private record Line(HistoryRow row, Entry entry, Told told) {}

  static void write(JdbcOperations jdbc, Collection<HistoryRow> rows) {
    TABLE.write(jdbc, rows.stream().map(HistoryTable::line).toList());
  }

  /** The newest line of each of these items. */
  static List<HistoryRow> lastLines(JdbcOperations jdbc, List<List<String>> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    return jdbc.query(
        LAST_LINES,
        statement -> {
          for (int i = 0; i < 2; i++) {
            int part = i;
            String[] texts = items.stream().map(item -> item.get(part)).toArray(String[]::new);
            statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
          }
        },
        (row, number) -> read(row));
  }

  private static Line line(HistoryRow row) {
    if (row.event() == null) {
      throw new IllegalArgumentException("a line that was read is not written again: " + row);
    }
    return new Line(row, row.event().entry(), Told.by(row.event()));
  }

  private static List<Column<Line>> placeColumns() {
    return List.of(
        new Column<>("position", "bigint", line -> line.row().position()),
        new Column<>("version", "bigint", line -> line.row().version()),
        new Column<>("type", "text", line -> line.row().type()),
        new Column<>("client", "text", line -> line.row().metadata().get("client")),
        new Column<>("credential", "text", line -> line.row().metadata().get("credential")),
        new Column<>("key", "text", line -> line.row().metadata().get("key")),
        new Column<>("next_due", "timestamptz", line -> line.row().nextDue()));
  }

  private static List<Column<Line>> entryColumns() {
    return List.of(
        new Column<>("occurred_at", "timestamptz", line -> line.entry().occurredAt()),
        new Column<>("recorded_at", "timestamptz", line -> line.entry().recordedAt()),
        new Column<>("reason", "text", line -> line.entry().reason()),
        new Column<>("note", "text", line -> line.entry().note()),
        new Column<>("source", "text", line -> line.entry().source()),
        new Column<>("reference_type", "text", line -> of(line, Reference::type)),
        new Column<>("reference_id", "text", line -> of(line, Reference::id)),
        new Column<>("change", "jsonb", line -> Json.write(line.entry().change())),
        new Column<>("moved", "jsonb", line -> Json.write(line.entry().moved())),
        new Column<>("absorbed_by", "jsonb", line -> Json.write(line.entry().absorbedBy())));
  }

  private static List<Column<Line>> toldColumns() {
    return List.of(
        new Column<>("reservation_id", "text", line -> line.told().reservationId()),
        new Column<>("line", "text", line -> line.told().line()),
        new Column<>("quantity", "bigint", line -> line.told().quantity()),
        new Column<>("counted", "jsonb", line -> Json.write(line.told().counted())),
        new Column<>("reversed_version", "bigint", line -> line.told().reversedVersion()),
        new Column<>("detail", "jsonb", HistoryTable::detail));
  }

  private static @Nullable String detail(Line line) {
    Map<String, Object> detail = new LinkedHashMap<>(line.told().detail());
    if (line.entry().uncovers() != null) {
      detail.put("uncovers", line.entry().uncovers());
    }
    if (line.entry().uncoversOmitted() != null) {
      detail.put("uncoversOmitted", line.entry().uncoversOmitted());
    }
    return detail.isEmpty() ? null : Json.write(detail);
  }

  private static @Nullable String of(Line line, Function<Reference, String> part) {
    Reference reference = line.entry().reference();
    return reference == null ? null : part.apply(reference);
  }

  private static HistoryRow read(ResultSet row) throws SQLException {
    return new HistoryRow(
        new ItemId(row.getString("location"), row.getString("sku")),
        row.getLong("version"),
        row.getLong("position"),
        row.getString("type"),
        Map.of(),
        null,
        FigureColumns.readAll(row),
        Json.instantOrNull(row, "next_due"));
  }
}
