package io.stockledger.projections.channel;

import io.stockledger.api.channel.SwitchEvent.SwitchTriggerSet;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trigger by its last entry.
 *
 * @param said absent where it was removed
 */
record TriggerRow(
    String trigger, @Nullable SwitchTriggerSet said, long version, long position, Instant asOf) {

  static final Table<TriggerRow> TABLE =
      new Table<>(
          "switch_trigger",
          1,
          Conflict.newerWins("trigger"),
          List.of(
              new Column<>("trigger", "text", TriggerRow::trigger),
              new Column<>(
                  "condition",
                  "text",
                  row -> row.said() == null ? null : Json.word(row.said().condition())),
              new Column<>(
                  "threshold", "bigint", row -> row.said() == null ? null : row.said().threshold()),
              new Column<>(
                  "scope",
                  "jsonb",
                  row -> row.said() == null ? null : Json.write(row.said().scope())),
              new Column<>(
                  "level",
                  "text",
                  row -> row.said() == null ? null : Json.word(row.said().level())),
              new Column<>(
                  "returns_by_itself",
                  "boolean",
                  row -> row.said() == null ? null : row.said().returnsByItself()),
              new Column<>("version", "bigint", TriggerRow::version),
              new Column<>("position", "bigint", TriggerRow::position),
              new Column<>("as_of", "timestamptz", TriggerRow::asOf)),
          (row, number) -> {
            throw new UnsupportedOperationException("nothing is folded from rows of triggers");
          });

  static TriggerRow of(
      String trigger, @Nullable SwitchTriggerSet said, Instant asOf, RecordedEvent recorded) {
    return new TriggerRow(trigger, said, recorded.version(), recorded.position(), asOf);
  }
}
