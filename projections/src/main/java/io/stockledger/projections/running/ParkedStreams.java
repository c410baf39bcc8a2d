package io.stockledger.projections.running;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;

/** Streams that stand still in a projection, since one of their entries could not be folded. */
final class ParkedStreams {
  private static final int LONGEST_ERROR = 1_000;

  private static final String SAVEPOINT_AND_STREAMS =
      "savepoint batch; select stream from parked where projection = ?";

  private final InstantSource clock;

  ParkedStreams(InstantSource clock) {
    this.clock = clock;
  }

  /** Asks which they are, and sets the savepoint on the same way to the database. */
  Set<String> behindSavepoint(JdbcOperations jdbc, String projection) {
    return Objects.requireNonNull(
        jdbc.execute(
            SAVEPOINT_AND_STREAMS,
            (PreparedStatementCallback<Set<String>>) statement -> read(statement, projection)));
  }

  private static Set<String> read(PreparedStatement statement, String projection)
      throws SQLException {
    statement.setString(1, projection);
    statement.execute();
    statement.getMoreResults(); // the savepoint answers nothing
    Set<String> streams = new HashSet<>();
    try (ResultSet rows = statement.getResultSet()) {
      while (rows.next()) {
        streams.add(rows.getString(1));
      }
    }
    return streams;
  }

  /** Takes back everything since. */
  void rollBackToSavepoint(JdbcOperations jdbc) {
    jdbc.execute("rollback to savepoint batch");
  }

  void park(JdbcOperations jdbc, String projection, RecordedEvent event, Throwable cause) {
    jdbc.update(
        """
        insert into parked (projection, stream, version, position, error, parked_at)
        values (?, ?, ?, ?, ?, ?) on conflict (projection, stream) do nothing
        """,
        projection,
        event.stream(),
        event.version(),
        event.position(),
        said(cause),
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /** The error as text that PostgreSQL takes. */
  private static String said(Throwable cause) {
    String text = cause.toString().replace('\0', '?');
    return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
  }
}
