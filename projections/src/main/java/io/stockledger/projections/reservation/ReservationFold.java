package io.stockledger.projections.reservation;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.References;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code reservation}: a row per line and item. */
public final class ReservationFold {
  /** An entry that is new to the item. */
  public record Step(StockEvent event, long position, long version) {}

  private static final Table<ReservationRow> TABLE =
      new Table<>(
          "reservation",
          3,
          Conflict.newerWins("reservation_id, line, location, sku"),
          Stream.concat(keyColumns().stream(), ownColumns().stream()).toList(),
          (row, number) -> read(row));

  public void fold(JdbcOperations jdbc, List<Step> steps) {
    Set<List<String>> keys = new HashSet<>();
    for (Step step : steps) {
      if (step.event() instanceof StockReserved) {
        continue; // makes a line, and leaves the others of its reservation alone
      }
      ItemId item = step.event().entry().item();
      for (String id : ReservationLines.reservationsOf(step.event())) {
        keys.add(List.of(id, item.location(), item.sku()));
      }
    }
    ReservationLines lines = new ReservationLines(TABLE.read(jdbc, keys));
    steps.forEach(step -> lines.fold(step.event(), step.position(), step.version()));
    TABLE.write(jdbc, lines.touched());
  }

  private static List<Column<ReservationRow>> keyColumns() {
    return List.of(
        new Column<>("reservation_id", "text", row -> row.id().reservationId()),
        new Column<>("location", "text", row -> row.id().item().location()),
        new Column<>("sku", "text", row -> row.id().item().sku()));
  }

  private static List<Column<ReservationRow>> ownColumns() {
    return List.of(
        new Column<>("line", "text", row -> row.id().line()),
        new Column<>("requested", "bigint", ReservationRow::requested),
        new Column<>("quantity", "bigint", ReservationRow::quantity),
        new Column<>("open", "bigint", ReservationRow::open),
        new Column<>("picked", "bigint", ReservationRow::picked),
        new Column<>("released", "bigint", ReservationRow::released),
        new Column<>("expired", "bigint", ReservationRow::expired),
        new Column<>("withdrawn", "bigint", ReservationRow::withdrawn),
        new Column<>("reason", "text", ReservationRow::reason),
        new Column<>("backordered", "bigint", ReservationRow::backordered),
        new Column<>("promised_on", "date", ReservationRow::promisedOn),
        new Column<>("expires_at", "timestamptz", ReservationRow::expiresAt),
        new Column<>("channel", "text", ReservationRow::channel),
        new Column<>("reference_type", "text", row -> References.typeOf(row.reference())),
        new Column<>("reference_id", "text", row -> References.idOf(row.reference())),
        new Column<>("made_version", "bigint", ReservationRow::madeVersion),
        new Column<>("reserved_at", "timestamptz", ReservationRow::reservedAt),
        new Column<>("closed_at", "timestamptz", ReservationRow::closedAt),
        new Column<>("version", "bigint", ReservationRow::version),
        new Column<>("position", "bigint", ReservationRow::position));
  }

  private static ReservationRow read(ResultSet row) throws SQLException {
    return new ReservationRow(
        new LineId(
            row.getString("reservation_id"),
            row.getString("line"),
            new ItemId(row.getString("location"), row.getString("sku"))),
        row.getLong("requested"),
        row.getLong("quantity"),
        row.getLong("open"),
        row.getLong("picked"),
        row.getLong("released"),
        row.getLong("expired"),
        row.getLong("withdrawn"),
        row.getString("reason"),
        row.getLong("backordered"),
        row.getObject("promised_on", LocalDate.class),
        Json.instantOrNull(row, "expires_at"),
        row.getString("channel"),
        References.read(row),
        row.getLong("made_version"),
        Json.instant(row, "reserved_at"),
        Json.instantOrNull(row, "closed_at"),
        row.getLong("version"),
        row.getLong("position"));
  }
}
