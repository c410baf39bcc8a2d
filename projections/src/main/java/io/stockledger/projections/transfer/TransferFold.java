package io.stockledger.projections.transfer;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.TransferEvent;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.References;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code transfer}: a row per line and end. */
public final class TransferFold {
  /** An entry that is new to the item. */
  public record Step(TransferEvent event, long position, long version) {}

  private static final Table<TransferRow> TABLE =
      new Table<>(
          "transfer",
          4,
          Conflict.newerWins("transfer_id, line, location, sku"),
          Stream.of(keyColumns(), unitColumns(), otherColumns()).flatMap(List::stream).toList(),
          (row, number) -> read(row));

  public void fold(JdbcOperations jdbc, List<Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    Set<List<String>> keys = new HashSet<>();
    for (Step step : steps) {
      EndId id = TransferEnds.idOf(step.event());
      keys.add(List.of(id.transferId(), id.line(), id.item().location(), id.item().sku()));
    }
    TransferEnds ends = new TransferEnds(TABLE.read(jdbc, keys));
    steps.forEach(step -> ends.fold(step.event(), step.position(), step.version()));
    TABLE.write(jdbc, ends.touched());
  }

  private static List<Column<TransferRow>> keyColumns() {
    return List.of(
        new Column<>("transfer_id", "text", row -> row.id().transferId()),
        new Column<>("line", "text", row -> row.id().line()),
        new Column<>("location", "text", row -> row.id().item().location()),
        new Column<>("sku", "text", row -> row.id().item().sku()));
  }

  private static List<Column<TransferRow>> unitColumns() {
    return List.of(
        new Column<>("open", "bigint", TransferRow::open),
        new Column<>("requested", "bigint", TransferRow::requested),
        new Column<>("dispatched", "bigint", TransferRow::dispatched),
        new Column<>("received", "bigint", TransferRow::received),
        new Column<>("missing", "bigint", TransferRow::missing),
        new Column<>("excess", "bigint", TransferRow::excess),
        new Column<>("cancelled", "bigint", TransferRow::cancelled),
        new Column<>("written_off", "bigint", TransferRow::writtenOff));
  }

  private static List<Column<TransferRow>> otherColumns() {
    return List.of(
        new Column<>("origin", "text", TransferRow::origin),
        new Column<>("destination", "text", TransferRow::destination),
        new Column<>("expected_at", "timestamptz", TransferRow::expectedAt),
        new Column<>("reference_type", "text", row -> References.typeOf(row.reference())),
        new Column<>("reference_id", "text", row -> References.idOf(row.reference())),
        new Column<>("shares", "jsonb", row -> Json.write(row.shares())),
        new Column<>("begun_at", "timestamptz", TransferRow::begunAt),
        new Column<>("closed_at", "timestamptz", TransferRow::closedAt),
        new Column<>("made_position", "bigint", TransferRow::madePosition),
        new Column<>("version", "bigint", TransferRow::version),
        new Column<>("position", "bigint", TransferRow::position));
  }

  private static TransferRow read(ResultSet row) throws SQLException {
    return new TransferRow(
        new EndId(
            row.getString("transfer_id"),
            row.getString("line"),
            new ItemId(row.getString("location"), row.getString("sku"))),
        row.getString("origin"),
        row.getString("destination"),
        row.getLong("open"),
        row.getLong("requested"),
        row.getLong("dispatched"),
        row.getLong("received"),
        row.getLong("missing"),
        row.getLong("excess"),
        row.getLong("cancelled"),
        row.getLong("written_off"),
        Json.instantOrNull(row, "expected_at"),
        References.read(row),
        List.of(Objects.requireNonNull(Json.read(row, "shares", TransferRow.Share[].class))),
        Json.instant(row, "begun_at"),
        Json.instantOrNull(row, "closed_at"),
        row.getLong("made_position"),
        row.getLong("version"),
        row.getLong("position"));
  }
}
