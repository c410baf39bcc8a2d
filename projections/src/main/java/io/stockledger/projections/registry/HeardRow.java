package io.stockledger.projections.registry;

import io.stockledger.api.stock.StockEvent;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code source_heard}: the last entry at a location that named a source. */
record HeardRow(String location, String source, Instant heardAt, long position) {
  private static final Table<HeardRow> TABLE =
      new Table<>(
          "source_heard",
          2,
          Conflict.newerWins("location, source"),
          List.of(
              new Column<>("location", "text", HeardRow::location),
              new Column<>("source", "text", HeardRow::source),
              new Column<>("heard_at", "timestamptz", HeardRow::heardAt),
              new Column<>("version", "bigint", HeardRow::position)),
          (row, number) -> {
            throw new UnsupportedOperationException("nothing is folded from what was heard");
          });

  /** In an order that all segments share: they write the same rows, and must not cross. */
  private record Key(String location, String source) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byLocation = location.compareTo(other.location);
      return byLocation != 0 ? byLocation : source.compareTo(other.source);
    }
  }

  static boolean isHeardIn(Object event) {
    return event instanceof StockEvent said && said.entry().source() != null;
  }

  static void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    Map<Key, HeardRow> heard = new TreeMap<>();
    for (RecordedEvent recorded : events) {
      if (recorded.payload() instanceof StockEvent event) {
        String location = event.entry().location();
        @Nullable String source = event.entry().source();
        if (source != null) {
          heard.put(
              new Key(location, source),
              new HeardRow(location, source, event.recordedAt(), recorded.position()));
        }
      }
    }
    TABLE.write(jdbc, heard.values());
  }
}
