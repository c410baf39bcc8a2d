package io.stockledger.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** The SQL of {@code ledger.snapshot}: the newest one of each stream, which may vanish any time. */
final class SnapshotTable {

  private static final byte[] NO_METADATA = {'{', '}'};

  private SnapshotTable() {}

  static void store(Connection connection, EventRow snapshot) throws SQLException {
    String upsert =
        """
        insert into ledger.snapshot as old (stream, version, type, revision, payload, taken_at)
        values (?, ?, ?, ?, ?, ?::timestamptz)
        on conflict (stream) do update
          set version = excluded.version, type = excluded.type, revision = excluded.revision,
              payload = excluded.payload, taken_at = excluded.taken_at
          where old.version < excluded.version
        """;
    try (PreparedStatement insert = connection.prepareStatement(upsert)) {
      insert.setString(1, snapshot.stream());
      insert.setLong(2, snapshot.version());
      insert.setString(3, snapshot.type());
      insert.setInt(4, snapshot.revision());
      insert.setBytes(5, snapshot.payload());
      insert.setString(6, snapshot.recordedAt().toString());
      insert.executeUpdate();
    }
  }

  static Optional<EventRow> find(Connection connection, String stream) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select version, type, revision, taken_at, payload from ledger.snapshot"
                + " where stream = ?")) {
      query.setString(1, stream);
      try (ResultSet result = query.executeQuery()) {
        return result.next()
            ? Optional.of(
                row(
                    stream,
                    result.getLong(1),
                    result.getString(2),
                    result.getInt(3),
                    result.getObject(4, OffsetDateTime.class).toInstant(),
                    result.getBytes(5)))
            : Optional.empty();
      }
    }
  }

  static EventRow row(
      String stream, long version, String type, int revision, Instant takenAt, byte[] payload) {
    return new EventRow(
        0,
        stream,
        version,
        new UUID(0, version),
        type,
        revision,
        takenAt,
        takenAt,
        payload,
        NO_METADATA);
  }
}
