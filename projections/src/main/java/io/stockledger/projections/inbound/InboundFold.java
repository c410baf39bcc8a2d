package io.stockledger.projections.inbound;

import io.stockledger.api.inbound.InboundKind;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.SupplyEvent;
import io.stockledger.api.stock.SupplyEvent.StockSupplyExpected;
import io.stockledger.projections.inbound.InboundRow.LineKey;
import io.stockledger.projections.inbound.InboundRow.Units;
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

/** {@code inbound_line}: a row per line of a purchase order or shipping notice. */
public final class InboundFold {
  /** An entry about expected supply that is new to the item. */
  public record Step(SupplyEvent event, long position, long version) {}

  private static final Table<InboundRow> TABLE =
      new Table<>(
          "inbound_line",
          4,
          Conflict.newerWins("inbound_id, line, location, sku"),
          Stream.of(keyColumns(), unitColumns(), dayColumns(), ownColumns())
              .flatMap(List::stream)
              .toList(),
          (row, number) -> read(row));

  public void fold(JdbcOperations jdbc, List<Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    Set<List<String>> keys = new HashSet<>();
    for (Step step : steps) {
      if (!(step.event() instanceof StockSupplyExpected)) { // which makes a line
        LineKey key = InboundLines.keyOf(step.event());
        keys.add(List.of(key.inboundId(), key.line(), key.item().location(), key.item().sku()));
      }
    }
    InboundLines lines = new InboundLines(TABLE.read(jdbc, keys));
    steps.forEach(step -> lines.fold(step.event(), step.position(), step.version()));
    TABLE.write(jdbc, lines.touched());
  }

  private static List<Column<InboundRow>> keyColumns() {
    return List.of(
        new Column<>("inbound_id", "text", row -> row.key().inboundId()),
        new Column<>("line", "text", row -> row.key().line()),
        new Column<>("location", "text", row -> row.key().item().location()),
        new Column<>("sku", "text", row -> row.key().item().sku()));
  }

  private static List<Column<InboundRow>> unitColumns() {
    return List.of(
        new Column<>("quantity", "bigint", InboundRow::quantity),
        new Column<>("open", "bigint", InboundRow::open),
        new Column<>("good", "bigint", row -> row.received().good()),
        new Column<>("damaged", "bigint", row -> row.received().damaged()),
        new Column<>("quarantine", "bigint", row -> row.received().quarantine()),
        new Column<>("non_sellable", "bigint", row -> row.received().nonSellable()),
        new Column<>("fulfilled", "bigint", InboundRow::fulfilled),
        new Column<>("missing", "bigint", InboundRow::missing),
        new Column<>("cancelled", "bigint", InboundRow::cancelled),
        new Column<>("in_time", "bigint", InboundRow::inTime));
  }

  private static List<Column<InboundRow>> dayColumns() {
    return List.of(
        new Column<>("days_late", "bigint", InboundRow::daysLate),
        new Column<>("expected_from", "date", InboundRow::expectedFrom),
        new Column<>("expected_by", "date", InboundRow::expectedBy),
        new Column<>("first_expected_by", "date", InboundRow::firstExpectedBy),
        new Column<>("last_received_on", "date", InboundRow::lastReceivedOn));
  }

  private static List<Column<InboundRow>> ownColumns() {
    return List.of(
        new Column<>("kind", "text", row -> row.kind().word()),
        new Column<>("vendor", "text", InboundRow::vendor),
        new Column<>("cohort", "text", InboundRow::cohort),
        new Column<>("reference_type", "text", row -> References.typeOf(row.reference())),
        new Column<>("reference_id", "text", row -> References.idOf(row.reference())),
        new Column<>("source", "text", InboundRow::source),
        new Column<>("note", "text", InboundRow::note),
        new Column<>("announced_at", "timestamptz", InboundRow::announcedAt),
        new Column<>("closed_at", "timestamptz", InboundRow::closedAt),
        new Column<>("made_position", "bigint", InboundRow::madePosition),
        new Column<>("version", "bigint", InboundRow::version),
        new Column<>("position", "bigint", InboundRow::position));
  }

  private static InboundRow read(ResultSet row) throws SQLException {
    return new InboundRow(
        new LineKey(
            row.getString("inbound_id"),
            row.getString("line"),
            new ItemId(row.getString("location"), row.getString("sku"))),
        InboundKind.ofWord(row.getString("kind")),
        row.getString("vendor"),
        row.getLong("quantity"),
        row.getLong("open"),
        new Units(
            row.getLong("good"),
            row.getLong("damaged"),
            row.getLong("quarantine"),
            row.getLong("non_sellable")),
        row.getLong("fulfilled"),
        row.getLong("missing"),
        row.getLong("cancelled"),
        row.getLong("in_time"),
        row.getObject("days_late", Long.class),
        row.getObject("expected_from", LocalDate.class),
        row.getObject("expected_by", LocalDate.class),
        row.getObject("first_expected_by", LocalDate.class),
        row.getObject("last_received_on", LocalDate.class),
        row.getString("cohort"),
        References.read(row),
        row.getString("source"),
        row.getString("note"),
        Json.instant(row, "announced_at"),
        Json.instantOrNull(row, "closed_at"),
        row.getLong("made_position"),
        row.getLong("version"),
        row.getLong("position"));
  }
}
