package io.stockledger.projections.channel;

import io.stockledger.api.channel.ChannelEvent;
import io.stockledger.api.channel.ChannelEvent.ChannelReinstated;
import io.stockledger.api.channel.ChannelEvent.ChannelRetired;
import io.stockledger.api.channel.ChannelEvent.ChannelRuleRemoved;
import io.stockledger.api.channel.ChannelEvent.ChannelRuleSet;
import io.stockledger.api.channel.ChannelEvent.ChannelSet;
import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A channel as it stands.
 *
 * @param traits absent for the default channel before it was put
 */
record ChannelRow(
    String channel,
    @Nullable ChannelTraits traits,
    boolean retired,
    long version,
    long position,
    Instant asOf) {

  static final Table<ChannelRow> TABLE =
      new Table<>(
          "channel",
          1,
          Conflict.newerWins("channel"),
          List.of(
              new Column<>("channel", "text", ChannelRow::channel),
              new Column<>("name", "text", ChannelRow::name),
              new Column<>("traits", "jsonb", row -> Json.write(row.traits())),
              new Column<>("retired", "boolean", ChannelRow::retired),
              new Column<>("version", "bigint", ChannelRow::version),
              new Column<>("position", "bigint", ChannelRow::position),
              new Column<>("as_of", "timestamptz", ChannelRow::asOf)),
          (row, number) -> read(row));

  /**
   * @param before the row as the entry before made it, none for the first
   */
  static ChannelRow fold(
      @Nullable ChannelRow before, ChannelEvent event, long position, long version) {
    ChannelTraits traits = before == null ? null : before.traits;
    boolean retired = before != null && before.retired;
    switch (event) {
      case ChannelSet e -> traits = e.traits();
      case ChannelRetired ignored -> retired = true;
      case ChannelReinstated ignored -> retired = false;
      case ChannelRuleSet ignored -> {}
      case ChannelRuleRemoved ignored -> {}
    }
    return new ChannelRow(event.channel(), traits, retired, version, position, event.recordedAt());
  }

  /** The default channel is called by its id until it is put. */
  private String name() {
    return traits == null ? channel : traits.name();
  }

  private static ChannelRow read(ResultSet row) throws SQLException {
    return new ChannelRow(
        row.getString("channel"),
        Json.read(row, "traits", ChannelTraits.class),
        row.getBoolean("retired"),
        row.getLong("version"),
        row.getLong("position"),
        Json.instant(row, "as_of"));
  }
}
