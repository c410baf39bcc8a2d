package io.stockledger.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Streams that commands of a batch are about to load, read all at once: one by one each would be a
 * round trip or two during which nothing is decided. A stream with more entries behind its snapshot
 * than are read ahead is left to whoever loads it.
 */
public final class ReadAhead {

  /** Of a stream. What a thousand commands read together must not fill the memory. */
  static final int MOST_EVENTS = 64;

  // one statement, so that snapshots and the entries behind them are of one moment
  private static final String SELECT =
      """
      with wanted as (
        select asked.stream, version, type, revision, taken_at, payload
          from unnest(?::text[]) as asked (stream) left join ledger.snapshot using (stream)
      )
      select true, 0, stream, version, null::uuid, type, revision, taken_at, taken_at, payload,
             null::bytea
        from wanted where version is not null
      union all
      select false, entry.*
        from wanted cross join lateral (
          select position, stream, version, event_id, type, revision, occurred_at, recorded_at,
                 payload, metadata
            from ledger.event
           where event.stream = wanted.stream and event.version > coalesce(wanted.version, 0)
           order by version limit %d) as entry
      """
          .formatted(MOST_EVENTS + 1);

  private final Map<String, Stream> streams = new HashMap<>();

  /** A stream as it is behind its snapshot, or whole if it has none; nothing if there is none. */
  private static final class Stream {
    @Nullable EventRow snapshot;
    final List<EventRow> events = new ArrayList<>();

    long version() {
      long base = snapshot == null ? 0 : snapshot.version();
      return events.isEmpty() ? base : events.getLast().version();
    }
  }

  /** Reads these streams with everything else that is looked up; they are here after the trip. */
  public void add(RoundTrip trip, Collection<String> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    trip.add(
        SELECT,
        (query, first) -> {
          query.setArray(
              first, query.getConnection().createArrayOf("text", wanted.toArray(String[]::new)));
          return first + 1;
        },
        rows -> keep(wanted, rows));
  }

  private void keep(Collection<String> wanted, ResultSet rows) throws SQLException {
    Map<String, Stream> read = new HashMap<>();
    wanted.forEach(stream -> read.put(stream, new Stream()));
    while (rows.next()) {
      Stream stream = read.get(rows.getString(3));
      if (stream == null) {
        throw new SQLException("nobody asked for " + rows.getString(3));
      }
      if (rows.getBoolean(1)) {
        stream.snapshot = snapshot(rows);
      } else {
        stream.events.add(EventTable.row(rows, 2));
      }
    }
    read.values().removeIf(stream -> stream.events.size() > MOST_EVENTS);
    streams.putAll(read);
  }

  private static EventRow snapshot(ResultSet row) throws SQLException {
    Instant takenAt = row.getObject(8, OffsetDateTime.class).toInstant();
    return SnapshotTable.row(
        row.getString(3),
        row.getLong(4),
        row.getString(6),
        row.getInt(7),
        takenAt,
        row.getBytes(10));
  }

  /** Whether a stream, or that there is none, is here. */
  public boolean has(String stream) {
    return streams.containsKey(stream);
  }

  /**
   * Entries of a stream from a version on, in order.
   *
   * @return absent if they are not here
   */
  Optional<List<EventRow>> events(String stream, long version, int atMost) {
    Stream known = streams.get(stream);
    if (known == null || (known.snapshot != null && version <= known.snapshot.version())) {
      return Optional.empty();
    }
    return Optional.of(
        known.events.stream().filter(row -> row.version() >= version).limit(atMost).toList());
  }

  /** The newest snapshot of a stream that is here, absent if it has none. */
  Optional<EventRow> snapshot(String stream) {
    Stream known = streams.get(stream);
    return known == null ? Optional.empty() : Optional.ofNullable(known.snapshot);
  }

  /** The last version of a stream that is here, absent if there is no such stream. */
  Optional<Long> lastVersion(String stream) {
    Stream known = streams.get(stream);
    return known == null || known.version() == 0 ? Optional.empty() : Optional.of(known.version());
  }
}
