package io.stockledger.projections.stock;

import io.stockledger.api.stock.LastCount;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** {@code available}: the card of each item. */
final class AvailableTable {
  static final Table<AvailableRow> TABLE =
      new Table<>(
          "available",
          2,
          Conflict.newerWins("location, sku"),
          Stream.of(
                  FigureColumns.item(AvailableRow::item),
                  FigureColumns.all(AvailableRow::figures),
                  ownColumns())
              .flatMap(List::stream)
              .toList(),
          (row, number) -> read(row));

  private AvailableTable() {}

  private static List<Column<AvailableRow>> ownColumns() {
    return List.of(
        new Column<>("next_due", "timestamptz", AvailableRow::nextDue),
        new Column<>("last_count", "jsonb", row -> Json.write(row.lastCount())),
        new Column<>("open_discrepancies", "bigint", AvailableRow::openDiscrepancies),
        new Column<>("version", "bigint", AvailableRow::version),
        new Column<>("position", "bigint", AvailableRow::position),
        new Column<>("as_of", "timestamptz", AvailableRow::asOf));
  }

  private static AvailableRow read(ResultSet row) throws SQLException {
    return new AvailableRow(
        FigureColumns.item(row),
        FigureColumns.readAll(row),
        Json.instantOrNull(row, "next_due"),
        Json.read(row, "last_count", LastCount.class),
        row.getLong("open_discrepancies"),
        row.getLong("version"),
        row.getLong("position"),
        Json.instant(row, "as_of"));
  }
}
