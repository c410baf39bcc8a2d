package io.stockledger.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** The SQL of {@code ledger.event}. Who writes holds the lock from {@link #lock} on. */
public final class EventTable {

  /** "Stockled" in ASCII: the one advisory lock that puts all writers of a database in a row. */
  private static final long LOCK = 0x53746F636B6C6564L;

  private static final String COLUMNS =
      "select position, stream, version, event_id, type, revision, occurred_at, recorded_at,"
          + " payload, metadata from ledger.event ";

  private static final String INSERT =
      """
      insert into ledger.event
        (position, stream, version, event_id, type, revision, occurred_at, recorded_at,
         payload, metadata)
      select ? + place, stream, version, event_id::uuid, type, revision, occurred_at::timestamptz,
             recorded_at::timestamptz, payload, metadata
        from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[],
                    ?::bytea[], ?::bytea[])
        with ordinality as row
          (stream, version, event_id, type, revision, occurred_at, recorded_at, payload, metadata,
           place)
       where (select coalesce(max(position), 0) from ledger.event) = ?
      """;

  private static final String HEAD = "select max(position) from ledger.event";

  private EventTable() {}

  /**
   * Waits for the ledger's lock and returns the head. The lock is a statement of its own: a
   * statement sees what was committed when it began, so only the next one sees what the previous
   * holder of the lock wrote.
   */
  public static long lock(Connection connection) throws SQLException {
    AtomicLong head = new AtomicLong();
    RoundTrip trip = new RoundTrip();
    lock(trip, head::set);
    trip.make(connection);
    return head.get();
  }

  /**
   * The same, with what shall follow at once.
   *
   * @param head is told the head under the lock
   */
  public static void lock(RoundTrip trip, LongConsumer head) {
    trip.add(
        "select pg_advisory_xact_lock(" + LOCK + ")",
        RoundTrip.Binding.NONE,
        RoundTrip.Reading.NONE);
    trip.add(
        HEAD,
        RoundTrip.Binding.NONE,
        rows -> {
          rows.next();
          head.accept(rows.getLong(1));
        });
  }

  /** The last position, 0 while the ledger is empty. */
  public static long head(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(HEAD);
        ResultSet result = query.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  /**
   * Inserts rows behind this head, in order; to be followed by a commit soon. Nothing is inserted
   * if the head is another one.
   */
  public static void insert(RoundTrip trip, long head, List<EventRow> rows) {
    if (!rows.isEmpty()) {
      trip.add(
          INSERT, (statement, first) -> bind(statement, first, head, rows), RoundTrip.Reading.NONE);
    }
  }

  private static int bind(PreparedStatement insert, int first, long head, List<EventRow> rows)
      throws SQLException {
    int n = rows.size();
    String[][] texts = new String[5][n];
    Long[] versions = new Long[n];
    Integer[] revisions = new Integer[n];
    byte[][] payloads = new byte[n][];
    byte[][] metadata = new byte[n][];
    for (int i = 0; i < n; i++) {
      EventRow row = rows.get(i);
      texts[0][i] = row.stream();
      versions[i] = row.version();
      texts[1][i] = row.eventId().toString();
      texts[2][i] = row.type();
      revisions[i] = row.revision();
      texts[3][i] = row.occurredAt().toString();
      texts[4][i] = row.recordedAt().toString();
      payloads[i] = row.payload();
      metadata[i] = row.metadata();
    }
    Connection connection = insert.getConnection();
    int next = first;
    insert.setLong(next++, head);
    insert.setArray(next++, connection.createArrayOf("text", texts[0]));
    insert.setArray(next++, connection.createArrayOf("bigint", versions));
    insert.setArray(next++, connection.createArrayOf("text", texts[1]));
    insert.setArray(next++, connection.createArrayOf("text", texts[2]));
    insert.setArray(next++, connection.createArrayOf("int", revisions));
    insert.setArray(next++, connection.createArrayOf("text", texts[3]));
    insert.setArray(next++, connection.createArrayOf("text", texts[4]));
    insert.setArray(next++, connection.createArrayOf("bytea", payloads));
    insert.setArray(next++, connection.createArrayOf("bytea", metadata));
    insert.setLong(next++, head);
    return next;
  }

  /** Wakes the readers of all nodes when the transaction commits. */
  public static void announce(RoundTrip trip) {
    trip.add("notify ledger", RoundTrip.Binding.NONE, RoundTrip.Reading.NONE);
  }

  /** Rows behind a position, in order. */
  static List<EventRow> after(Connection connection, long position, int limit) throws SQLException {
    return rows(
        connection, COLUMNS + "where position > ? order by position limit " + limit, position);
  }

  /** Rows of a stream from a version on, in order. */
  static List<EventRow> ofStream(Connection connection, String stream, long version, int limit)
      throws SQLException {
    return rows(
        connection,
        COLUMNS + "where stream = ? and version >= ? order by version limit " + limit,
        stream,
        version);
  }

  /** Rows of a stream before a version, the newest first. */
  static List<EventRow> ofStreamBackward(
      Connection connection, String stream, long version, int limit) throws SQLException {
    return rows(
        connection,
        COLUMNS + "where stream = ? and version < ? order by version desc limit " + limit,
        stream,
        version);
  }

  /** Names of streams, in order. The upper bound is the last character that Unicode has. */
  static List<String> streamsWithPrefix(Connection connection, String prefix) throws SQLException {
    return strings(
        connection,
        "select stream from ledger.event where version = 1 and stream >= ?"
            + " and stream < ? || chr(1114111) order by stream",
        prefix,
        prefix);
  }

  /** Those of these streams that there are, in order. */
  static List<String> existing(Connection connection, Collection<String> streams)
      throws SQLException {
    return strings(
        connection,
        "select stream from ledger.event where version = 1 and stream = any (?) order by stream",
        connection.createArrayOf("text", streams.toArray(String[]::new)));
  }

  /** Streams that were written to behind a position. */
  public static List<String> streamsAfter(Connection connection, long position)
      throws SQLException {
    return strings(
        connection, "select distinct stream from ledger.event where position > ?", position);
  }

  static Optional<Long> lastVersion(Connection connection, String stream) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select max(version) from ledger.event where stream = ?")) {
      query.setString(1, stream);
      try (ResultSet result = query.executeQuery()) {
        result.next();
        return Optional.ofNullable(result.getObject(1, Long.class));
      }
    }
  }

  /** The position before the first row recorded at this moment or later, else the head. */
  static long positionBefore(Connection connection, Instant moment) throws SQLException {
    // offset 0 keeps the planner from walking the primary key from its beginning
    String first =
        "select coalesce((select min(position) - 1 from (select position from ledger.event"
            + " where recorded_at >= ?::timestamptz offset 0) as later),"
            + " (select max(position) from ledger.event), 0)";
    try (PreparedStatement query = connection.prepareStatement(first)) {
      query.setString(1, moment.toString());
      try (ResultSet result = query.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  private static List<EventRow> rows(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement query = prepared(connection, sql, parameters);
        ResultSet result = query.executeQuery()) {
      List<EventRow> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(row(result));
      }
      return rows;
    }
  }

  private static List<String> strings(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement query = prepared(connection, sql, parameters);
        ResultSet result = query.executeQuery()) {
      List<String> strings = new ArrayList<>();
      while (result.next()) {
        strings.add(result.getString(1));
      }
      return strings;
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private static EventRow row(ResultSet result) throws SQLException {
    return row(result, 1);
  }

  /**
   * @param first the number of the column that holds the position; the others follow in order
   */
  static EventRow row(ResultSet result, int first) throws SQLException {
    return new EventRow(
        result.getLong(first),
        result.getString(first + 1),
        result.getLong(first + 2),
        result.getObject(first + 3, UUID.class),
        result.getString(first + 4),
        result.getInt(first + 5),
        result.getObject(first + 6, OffsetDateTime.class).toInstant(),
        result.getObject(first + 7, OffsetDateTime.class).toInstant(),
        result.getBytes(first + 8),
        result.getBytes(first + 9));
  }
}
