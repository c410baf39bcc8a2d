package io.stockledger.projections.stock;

import io.stockledger.api.stock.LastCount;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code on_hand}: what is physically there, a row per item. */
public final class OnHandProjection implements Projection {
  public static final String NAME = "on-hand";

  private static final Table<OnHandRow> TABLE =
      new Table<>(
          "on_hand",
          2,
          Conflict.newerWins("location, sku"),
          Stream.of(
                  FigureColumns.item(OnHandRow::item),
                  FigureColumns.physical(OnHandRow::figures),
                  List.of(
                      new Column<OnHandRow>("last_count", "jsonb", r -> Json.write(r.lastCount())),
                      new Column<OnHandRow>("version", "bigint", OnHandRow::version),
                      new Column<OnHandRow>("position", "bigint", OnHandRow::position),
                      new Column<OnHandRow>("as_of", "timestamptz", OnHandRow::asOf)))
              .flatMap(List::stream)
              .toList(),
          (row, number) -> read(row));

  private final ItemFold<OnHandRow> fold =
      new ItemFold<>(
          TABLE,
          OnHandRow::item,
          OnHandRow::version,
          (row, e) -> OnHandRow.fold(row, e.event(), e.position(), e.version()));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("on_hand");
  }

  @Override
  public boolean concerns(Object event) {
    return event instanceof StockEvent;
  }

  @Override
  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    fold.fold(jdbc, ItemEvent.among(events));
  }

  private static OnHandRow read(ResultSet row) throws SQLException {
    return new OnHandRow(
        FigureColumns.item(row),
        FigureColumns.readPhysical(row),
        Json.read(row, "last_count", LastCount.class),
        row.getLong("version"),
        row.getLong("position"),
        Json.instant(row, "as_of"));
  }
}
