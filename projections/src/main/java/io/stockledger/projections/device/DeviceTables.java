package io.stockledger.projections.device;

import io.stockledger.api.device.DeviceEvent.DeviceGapPassed;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The tables of devices. */
final class DeviceTables {
  /** A gap that lines no longer wait for. */
  record GapRow(DeviceGapPassed passed, long version, long position) {}

  static final Table<DeviceRow> DEVICES =
      new Table<>(
          "device",
          1,
          Conflict.newerWins("device"),
          List.of(
              new Column<>("device", "text", DeviceRow::device),
              new Column<>("next", "bigint", DeviceRow::next),
              new Column<>("skew_millis", "bigint", DeviceRow::skewMillis),
              new Column<>("device_clock", "timestamptz", DeviceRow::deviceClock),
              new Column<>("last_heard", "timestamptz", DeviceRow::lastHeard),
              new Column<>("version", "bigint", DeviceRow::version),
              new Column<>("position", "bigint", DeviceRow::position)),
          (row, number) -> device(row));

  static final Table<DeviceLineRow> LINES =
      new Table<>(
          "device_line",
          1,
          Conflict.newerWins("device, sequence, hash"),
          List.of(
              new Column<>("device", "text", row -> row.id().device()),
              new Column<>("sequence", "bigint", row -> row.id().sequence()),
              new Column<>("hash", "text", row -> row.id().hash()),
              new Column<>("outcome", "text", row -> row.outcome().word()),
              new Column<>("type", "text", row -> word(row.type())),
              new Column<>("location", "text", DeviceLineRow::location),
              new Column<>("sku", "text", DeviceLineRow::sku),
              new Column<>("problem", "text", DeviceLineRow::problem),
              new Column<>("item_version", "bigint", DeviceLineRow::itemVersion),
              new Column<>("discrepancy_id", "text", DeviceLineRow::discrepancyId),
              new Column<>("late", "boolean", DeviceLineRow::late),
              new Column<>("occurred_at", "timestamptz", DeviceLineRow::occurredAt),
              new Column<>("waited_since", "timestamptz", DeviceLineRow::waitedSince),
              new Column<>("settled_at", "timestamptz", DeviceLineRow::settledAt),
              new Column<>("content", "jsonb", row -> Json.write(row.content())),
              new Column<>("version", "bigint", DeviceLineRow::version),
              new Column<>("position", "bigint", DeviceLineRow::position)),
          (row, number) -> {
            throw new UnsupportedOperationException("nothing is folded from rows of lines");
          });

  static final Table<GapRow> GAPS =
      new Table<>(
          "device_gap",
          1,
          Conflict.newerWins("device, from_sequence"),
          List.of(
              new Column<>("device", "text", row -> row.passed().device()),
              new Column<>("from_sequence", "bigint", row -> row.passed().from()),
              new Column<>("to_sequence", "bigint", row -> row.passed().to()),
              new Column<>("since", "timestamptz", row -> row.passed().occurredAt()),
              new Column<>("passed_at", "timestamptz", row -> row.passed().recordedAt()),
              new Column<>("version", "bigint", GapRow::version),
              new Column<>("position", "bigint", GapRow::position)),
          (row, number) -> {
            throw new UnsupportedOperationException("nothing is folded from rows of gaps");
          });

  private DeviceTables() {}

  private static DeviceRow device(ResultSet row) throws SQLException {
    return new DeviceRow(
        row.getString("device"),
        row.getLong("next"),
        row.getObject("skew_millis", Long.class),
        Json.instantOrNull(row, "device_clock"),
        Json.instantOrNull(row, "last_heard"),
        row.getLong("version"),
        row.getLong("position"));
  }

  private static String word(Enum<?> constant) {
    String json = String.valueOf(Json.write(constant));
    return json.substring(1, json.length() - 1);
  }
}
