package io.stockledger.projections.channel;

import io.stockledger.api.channel.SwitchEvent.SwitchPulled;
import io.stockledger.api.channel.SwitchEvent.SwitchReturned;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.api.channel.SwitchState;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A switch as its last entry left it. */
record SwitchRow(
    String switchId,
    SwitchState state,
    SwitchScope scope,
    SwitchLevel level,
    String why,
    @Nullable String trigger,
    @Nullable Long measured,
    Instant pulledAt,
    @Nullable String pulledBy,
    @Nullable Instant returnedAt,
    @Nullable String returnedBy,
    @Nullable String returnedWhy,
    long version,
    long position) {

  static final Table<SwitchRow> TABLE =
      new Table<>(
          "off_switch",
          1,
          Conflict.newerWins("switch_id"),
          List.of(
              new Column<>("switch_id", "text", SwitchRow::switchId),
              new Column<>("state", "text", row -> row.state().word()),
              new Column<>("scope", "jsonb", row -> Json.write(row.scope())),
              new Column<>("level", "text", row -> Json.word(row.level())),
              new Column<>("why", "text", SwitchRow::why),
              new Column<>("trigger", "text", SwitchRow::trigger),
              new Column<>("measured", "bigint", SwitchRow::measured),
              new Column<>("pulled_at", "timestamptz", SwitchRow::pulledAt),
              new Column<>("pulled_by", "text", SwitchRow::pulledBy),
              new Column<>("returned_at", "timestamptz", SwitchRow::returnedAt),
              new Column<>("returned_by", "text", SwitchRow::returnedBy),
              new Column<>("returned_why", "text", SwitchRow::returnedWhy),
              new Column<>("version", "bigint", SwitchRow::version),
              new Column<>("position", "bigint", SwitchRow::position)),
          (row, number) -> read(row));

  static SwitchRow of(SwitchPulled e, RecordedEvent recorded) {
    return new SwitchRow(
        e.switchId(),
        SwitchState.PULLED,
        e.scope(),
        e.level(),
        e.why(),
        e.trigger(),
        e.measured(),
        e.recordedAt(),
        recorded.said("credential"),
        null,
        null,
        null,
        recorded.version(),
        recorded.position());
  }

  SwitchRow returned(SwitchReturned e, RecordedEvent recorded) {
    return new SwitchRow(
        switchId,
        SwitchState.RETURNED,
        scope,
        level,
        why,
        trigger,
        measured,
        pulledAt,
        pulledBy,
        e.recordedAt(),
        recorded.said("credential"),
        e.why(),
        recorded.version(),
        recorded.position());
  }

  private static SwitchRow read(ResultSet row) throws SQLException {
    return new SwitchRow(
        row.getString("switch_id"),
        Json.ofWord(row.getString("state"), SwitchState.class),
        Objects.requireNonNull(Json.read(row, "scope", SwitchScope.class)),
        Json.ofWord(row.getString("level"), SwitchLevel.class),
        row.getString("why"),
        row.getString("trigger"),
        row.getObject("measured", Long.class),
        Json.instant(row, "pulled_at"),
        row.getString("pulled_by"),
        Json.instantOrNull(row, "returned_at"),
        row.getString("returned_by"),
        row.getString("returned_why"),
        row.getLong("version"),
        row.getLong("position"));
  }
}
