package io.stockledger.projections.channel;

import io.stockledger.api.channel.SellableQuery;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.stock.FigureColumns;
import io.stockledger.projections.stock.ItemEvent;
import io.stockledger.projections.stock.ItemFold;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code sellable}: a row per channel and item that the channel exposes. */
public final class SellableProjection implements Projection {
  public static final String NAME = "sellable";

  private static final Table<SellableRow> TABLE =
      new Table<>(
          "sellable",
          2,
          Conflict.newerWins("sku, location, channel"),
          Stream.concat(
                  FigureColumns.<SellableRow>item(SellableRow::item).stream(),
                  ownColumns().stream())
              .toList(),
          (row, number) -> read(row));

  private final ItemFold<SellableRow> fold =
      new ItemFold<>(
          TABLE,
          SellableRow::item,
          SellableRow::version,
          (row, e) ->
              SellableRow.fold(
                  row, SellableQuery.DEFAULT_CHANNEL, e.event(), e.position(), e.version()));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("sellable");
  }

  @Override
  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    fold.fold(jdbc, ItemEvent.among(events));
  }

  private static List<Column<SellableRow>> ownColumns() {
    return List.of(
        new Column<>("channel", "text", SellableRow::channel),
        new Column<>("figure", "bigint", SellableRow::figure),
        new Column<>("good", "bigint", SellableRow::good),
        new Column<>("reserved", "bigint", SellableRow::reserved),
        new Column<>("set_aside", "bigint", SellableRow::setAside),
        new Column<>("rule", "text", SellableRow::rule),
        new Column<>("next_due", "timestamptz", SellableRow::nextDue),
        new Column<>("version", "bigint", SellableRow::version),
        new Column<>("position", "bigint", SellableRow::position),
        new Column<>("as_of", "timestamptz", SellableRow::asOf));
  }

  private static SellableRow read(ResultSet row) throws SQLException {
    return new SellableRow(
        row.getString("channel"),
        FigureColumns.item(row),
        row.getLong("good"),
        row.getLong("reserved"),
        row.getLong("set_aside"),
        row.getString("rule"),
        Json.instantOrNull(row, "next_due"),
        row.getLong("version"),
        row.getLong("position"),
        Json.instant(row, "as_of"));
  }
}
