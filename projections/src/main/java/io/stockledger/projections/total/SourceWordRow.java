package io.stockledger.projections.total;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.TotalEvent.Lost;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import io.stockledger.api.stock.TotalEvent.Why;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/** The newest total of a source of an item. */
record SourceWordRow(
    ItemId item,
    String source,
    long sequence,
    Instant observedAt,
    boolean won,
    long version,
    long position) {

  static final Table<SourceWordRow> TABLE =
      new Table<>(
          "source_word",
          3,
          Conflict.newerWins("location, sku, source"),
          List.of(
              new Column<>("location", "text", row -> row.item().location()),
              new Column<>("sku", "text", row -> row.item().sku()),
              new Column<>("source", "text", SourceWordRow::source),
              new Column<>("sequence", "bigint", SourceWordRow::sequence),
              new Column<>("observed_at", "timestamptz", SourceWordRow::observedAt),
              new Column<>("won", "boolean", SourceWordRow::won),
              new Column<>("version", "bigint", SourceWordRow::version),
              new Column<>("position", "bigint", SourceWordRow::position)),
          (row, number) -> read(row));

  static SourceWordRow of(StockTotalStated total, RecordedEvent recorded) {
    return new SourceWordRow(
        total.entry().item(),
        Objects.requireNonNull(total.entry().source()),
        total.sequence(),
        total.occurredAt(),
        total.won(),
        recorded.version(),
        recorded.position());
  }

  /** A word that is older than what its own source said before is not its newest. */
  static boolean isNewest(StockTotalStated total) {
    Lost lost = total.lost();
    return lost == null || lost.why() != Why.OLDER_THAN_KNOWN;
  }

  private static SourceWordRow read(ResultSet row) throws SQLException {
    return new SourceWordRow(
        new ItemId(row.getString("location"), row.getString("sku")),
        row.getString("source"),
        row.getLong("sequence"),
        row.getObject("observed_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("won"),
        row.getLong("version"),
        row.getLong("position"));
  }
}
