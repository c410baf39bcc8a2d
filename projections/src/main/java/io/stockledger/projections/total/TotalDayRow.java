package io.stockledger.projections.total;

import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import io.stockledger.api.stock.WordAge;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the totals of one source of one item came to, of one day and one age of the word before.
 *
 * @param net units stated less the book's, summed over those that won
 * @param absolute the same without the signs
 * @param version of the last total folded
 */
record TotalDayRow(
    Key key, long stated, long lost, long net, long absolute, long version, long position) {

  /**
   * @param day of observation, in UTC
   * @param age a word of {@link WordAge}
   */
  record Key(ItemId item, String source, String day, String age) {
    static Key of(StockTotalStated total) {
      return new Key(
          total.entry().item(),
          Objects.requireNonNull(total.entry().source()),
          total.occurredAt().atZone(ZoneOffset.UTC).toLocalDate().toString(),
          WordAge.between(total.previousObservedAt(), total.occurredAt()).word());
    }

    List<String> parts() {
      return List.of(item.location(), source, day, item.sku(), age);
    }
  }

  static final Table<TotalDayRow> TABLE =
      new Table<>(
          "total_day",
          5,
          Conflict.newerWins("location, source, day, sku, age"),
          List.of(
              new Column<>("location", "text", row -> row.key().item().location()),
              new Column<>("source", "text", row -> row.key().source()),
              new Column<>("day", "text", row -> row.key().day()),
              new Column<>("sku", "text", row -> row.key().item().sku()),
              new Column<>("age", "text", row -> row.key().age()),
              new Column<>("stated", "bigint", TotalDayRow::stated),
              new Column<>("lost", "bigint", TotalDayRow::lost),
              new Column<>("net", "bigint", TotalDayRow::net),
              new Column<>("absolute", "bigint", TotalDayRow::absolute),
              new Column<>("version", "bigint", TotalDayRow::version),
              new Column<>("position", "bigint", TotalDayRow::position)),
          (row, number) -> read(row));

  /** The row after one more total; {@code null} is the row before the first. */
  static TotalDayRow fold(
      @Nullable TotalDayRow row, StockTotalStated total, RecordedEvent recorded) {
    long net = 0;
    long absolute = 0;
    for (Map.Entry<Condition, Long> book : total.book().entrySet()) {
      long variance = total.stated().getOrDefault(book.getKey(), 0L) - book.getValue();
      net += variance;
      absolute += Math.abs(variance);
    }
    return new TotalDayRow(
        Key.of(total),
        (row == null ? 0 : row.stated) + 1,
        (row == null ? 0 : row.lost) + (total.won() ? 0 : 1),
        (row == null ? 0 : row.net) + net,
        (row == null ? 0 : row.absolute) + absolute,
        recorded.version(),
        recorded.position());
  }

  private static TotalDayRow read(ResultSet row) throws SQLException {
    return new TotalDayRow(
        new Key(
            new ItemId(row.getString("location"), row.getString("sku")),
            row.getString("source"),
            row.getString("day"),
            row.getString("age")),
        row.getLong("stated"),
        row.getLong("lost"),
        row.getLong("net"),
        row.getLong("absolute"),
        row.getLong("version"),
        row.getLong("position"));
  }
}
