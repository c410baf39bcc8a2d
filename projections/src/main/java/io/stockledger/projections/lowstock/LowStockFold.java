package io.stockledger.projections.lowstock;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.LowStockEvent;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code low_stock}; a batch in which nothing crosses a threshold costs nothing. */
public final class LowStockFold {
  private static final Table<LowStockRow> TABLE =
      new Table<>(
          "low_stock",
          2,
          Conflict.newerWins("location, sku"),
          List.of(
              new Column<>("location", "text", row -> row.item().location()),
              new Column<>("sku", "text", row -> row.item().sku()),
              new Column<>("low", "bigint", LowStockRow::low),
              new Column<>("restored", "bigint", LowStockRow::restored),
              new Column<>("since", "timestamptz", LowStockRow::since),
              new Column<>("rule", "text", LowStockRow::rule),
              new Column<>("version", "bigint", LowStockRow::version),
              new Column<>("position", "bigint", LowStockRow::position)),
          (row, number) -> read(row));

  /**
   * @param events entries that are new to their items
   */
  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    List<RecordedEvent> crossings =
        events.stream().filter(event -> event.payload() instanceof LowStockEvent).toList();
    if (crossings.isEmpty()) {
      return;
    }
    Map<ItemId, LowStockRow> rows = new LinkedHashMap<>();
    List<List<String>> keys =
        crossings.stream()
            .map(recorded -> ((LowStockEvent) recorded.payload()).entry())
            .map(entry -> List.of(entry.location(), entry.sku()))
            .distinct()
            .toList();
    TABLE.read(jdbc, keys).forEach(row -> rows.put(row.item(), row));
    for (RecordedEvent recorded : crossings) {
      LowStockEvent event = (LowStockEvent) recorded.payload();
      rows.compute(
          event.entry().item(),
          (item, row) -> LowStockRow.fold(row, event, recorded.position(), recorded.version()));
    }
    TABLE.write(jdbc, rows.values());
  }

  private static LowStockRow read(ResultSet row) throws SQLException {
    return new LowStockRow(
        new ItemId(row.getString("location"), row.getString("sku")),
        wholeOrNull(row, "low"),
        wholeOrNull(row, "restored"),
        Json.instantOrNull(row, "since"),
        row.getString("rule"),
        row.getLong("version"),
        row.getLong("position"));
  }

  private static @Nullable Long wholeOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Long.class);
  }
}
