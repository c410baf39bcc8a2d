package io.stockledger.projections.discrepancy;

import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.References;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code discrepancy}: what is open, and how what is not was settled. */
public final class DiscrepancyProjection implements Projection {
  public static final String NAME = "discrepancies";

  private static final Table<DiscrepancyRow> TABLE =
      new Table<>(
          "discrepancy",
          3,
          Conflict.newerWins("location, sku, discrepancy_id"),
          List.of(
              new Column<>("location", "text", row -> row.id().item().location()),
              new Column<>("sku", "text", row -> row.id().item().sku()),
              new Column<>("discrepancy_id", "text", row -> row.id().discrepancyId()),
              new Column<>("cause", "text", DiscrepancyRow::cause),
              new Column<>("condition", "text", row -> row.condition().word()),
              new Column<>("stated", "bigint", DiscrepancyRow::stated),
              new Column<>("recorded", "bigint", DiscrepancyRow::recorded),
              new Column<>("missing", "bigint", DiscrepancyRow::missing),
              new Column<>("reason", "text", DiscrepancyRow::reason),
              new Column<>("note", "text", DiscrepancyRow::note),
              new Column<>("source", "text", DiscrepancyRow::source),
              new Column<>("reference_type", "text", row -> References.typeOf(row.reference())),
              new Column<>("reference_id", "text", row -> References.idOf(row.reference())),
              new Column<>("awaits_approval", "boolean", DiscrepancyRow::awaitsApproval),
              new Column<>("flagged_at", "timestamptz", DiscrepancyRow::flaggedAt),
              new Column<>("explained_at", "timestamptz", DiscrepancyRow::explainedAt),
              new Column<>("closed_at", "timestamptz", DiscrepancyRow::closedAt),
              new Column<>("flagged_position", "bigint", DiscrepancyRow::flaggedPosition),
              new Column<>("version", "bigint", DiscrepancyRow::version),
              new Column<>("position", "bigint", DiscrepancyRow::position)),
          (row, number) -> read(row));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> tables() {
    return List.of("discrepancy");
  }

  @Override
  public boolean concerns(Object event) {
    return event instanceof StockEvent entry && DiscrepancyRow.named(entry) != null;
  }

  @Override
  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    Map<RecordedEvent, DiscrepancyRow.Id> about = new LinkedHashMap<>();
    for (RecordedEvent recorded : events) {
      if (ItemId.isItemStream(recorded.stream())
          && recorded.payload() instanceof StockEvent event) {
        DiscrepancyRow.Id id = DiscrepancyRow.named(event);
        if (id != null) {
          about.put(recorded, id);
        }
      }
    }
    Map<DiscrepancyRow.Id, DiscrepancyRow> rows = new HashMap<>();
    TABLE.read(jdbc, keys(about)).forEach(row -> rows.put(row.id(), row));
    Map<DiscrepancyRow.Id, DiscrepancyRow> touched = new LinkedHashMap<>();
    about.forEach(
        (recorded, id) -> {
          DiscrepancyRow row = rows.get(id);
          if (row == null || row.version() < recorded.version()) {
            DiscrepancyRow next =
                DiscrepancyRow.fold(
                    row, (StockEvent) recorded.payload(), recorded.position(), recorded.version());
            rows.put(id, next);
            touched.put(id, next);
          }
        });
    TABLE.write(jdbc, touched.values());
  }

  private static List<List<String>> keys(Map<RecordedEvent, DiscrepancyRow.Id> about) {
    List<List<String>> keys = new ArrayList<>();
    about.values().stream()
        .distinct()
        .forEach(
            id -> keys.add(List.of(id.item().location(), id.item().sku(), id.discrepancyId())));
    return keys;
  }

  private static DiscrepancyRow read(ResultSet row) throws SQLException {
    return new DiscrepancyRow(
        new DiscrepancyRow.Id(
            new ItemId(row.getString("location"), row.getString("sku")),
            row.getString("discrepancy_id")),
        row.getString("cause"),
        Condition.ofWord(row.getString("condition")).orElseThrow(),
        row.getObject("stated", Long.class),
        row.getObject("recorded", Long.class),
        row.getObject("missing", Long.class),
        row.getString("reason"),
        row.getString("note"),
        row.getString("source"),
        References.read(row),
        row.getBoolean("awaits_approval"),
        Json.instant(row, "flagged_at"),
        Json.instantOrNull(row, "explained_at"),
        Json.instantOrNull(row, "closed_at"),
        row.getLong("flagged_position"),
        row.getLong("version"),
        row.getLong("position"));
  }
}
