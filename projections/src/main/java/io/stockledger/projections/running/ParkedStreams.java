package io.stockledger.projections.running;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;

/** Streams that stand still in a projection, since one of their entries could not be folded. */
final class ParkedStreams {
  private static final int LONGEST_ERROR = 1_000;

  private final InstantSource clock;

  ParkedStreams(InstantSource clock) {
    this.clock = clock;
  }

  Set<String> of(JdbcOperations jdbc, String projection) {
    return new HashSet<>(
        jdbc.queryForList(
            "select stream from parked where projection = ?", String.class, projection));
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
