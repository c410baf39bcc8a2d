package io.stockledger.projections.channel;

import io.stockledger.api.stock.StockEvent;
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
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * {@code sellable}: a row per item, of what channels' promises are made of. What a channel may
 * promise is said at the read, by its rules as they are then.
 */
public final class SellableProjection implements Projection {
  public static final String NAME = "sellable";

  private static final Table<SellableRow> TABLE =
      new Table<>(
          "sellable",
          2,
          Conflict.newerWins("sku, location"),
          Stream.concat(
                  FigureColumns.<SellableRow>item(SellableRow::item).stream(),
                  ownColumns().stream())
              .toList(),
          (row, number) -> read(row));

  /** Units by channel, as JSON has them. */
  private static final class Units extends TreeMap<String, Long> {
    private static final long serialVersionUID = 1;
  }

  private final ItemFold<SellableRow> fold =
      new ItemFold<>(
          TABLE,
          SellableRow::item,
          SellableRow::version,
          (row, e) -> SellableRow.fold(row, e.event(), e.position(), e.version()));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("sellable");
  }

  @Override
  public boolean concerns(Object event) {
    return event instanceof StockEvent;
  }

  @Override
  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    fold.fold(jdbc, ItemEvent.among(events));
  }

  private static List<Column<SellableRow>> ownColumns() {
    return List.of(
        new Column<>("good", "bigint", SellableRow::good),
        new Column<>("reserved", "bigint", SellableRow::reserved),
        new Column<>("set_aside", "bigint", SellableRow::setAside),
        new Column<>("backordered", "bigint", SellableRow::backordered),
        new Column<>("backordered_by", "jsonb", row -> written(row.backorderedBy())),
        new Column<>("in_transit", "bigint", SellableRow::inTransit),
        new Column<>("arrivals", "jsonb", row -> written(row.arrivals())),
        new Column<>("open_discrepancies", "bigint", SellableRow::openDiscrepancies),
        new Column<>("last_count_at", "timestamptz", SellableRow::lastCountAt),
        new Column<>("last_pick_at", "timestamptz", SellableRow::lastPickAt),
        new Column<>("next_due", "timestamptz", SellableRow::nextDue),
        new Column<>("version", "bigint", SellableRow::version),
        new Column<>("position", "bigint", SellableRow::position),
        new Column<>("as_of", "timestamptz", SellableRow::asOf));
  }

  /** Hardly any item expects something, and every entry of each writes this. */
  private static @Nullable String written(List<ExpectedLine> arrivals) {
    return arrivals.isEmpty() ? "[]" : Json.write(arrivals);
  }

  /** Nor is much on backorder. */
  private static @Nullable String written(SortedMap<String, Long> backorderedBy) {
    return backorderedBy.isEmpty() ? "{}" : Json.write(backorderedBy);
  }

  private static SellableRow read(ResultSet row) throws SQLException {
    return new SellableRow(
        FigureColumns.item(row),
        row.getLong("good"),
        row.getLong("reserved"),
        row.getLong("set_aside"),
        row.getLong("backordered"),
        Objects.requireNonNull(Json.read(row, "backordered_by", Units.class)),
        row.getLong("in_transit"),
        List.of(Objects.requireNonNull(Json.read(row, "arrivals", ExpectedLine[].class))),
        row.getLong("open_discrepancies"),
        Json.instantOrNull(row, "last_count_at"),
        Json.instantOrNull(row, "last_pick_at"),
        Json.instantOrNull(row, "next_due"),
        row.getLong("version"),
        row.getLong("position"),
        Json.instant(row, "as_of"));
  }
}
