package io.stockledger.server.wiring;

import io.stockledger.api.location.LocationSource;
import io.stockledger.command.location.Location;
import io.stockledger.command.location.Locations;
import io.stockledger.server.location.Heartbeats;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Signs of life in a small table beside the read models. Of each source this node writes one in a
 * second at most; what comes in between says nothing new.
 */
final class StoredHeartbeats implements Heartbeats {
  private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

  /** So many are remembered at most; beyond that all are looked up again. */
  private static final int MOST = 100_000;

  private static final String UPSERT =
      """
      insert into readmodel_pointer.heartbeat as known (location, source, heard_at)
      values (:location, :source, :at)
      on conflict (location, source) do update set heard_at = excluded.heard_at
       where excluded.heard_at > known.heard_at
      """;

  private final Locations locations;
  private final JdbcClient jdbc;
  private final Map<LocatedSource, Instant> written = new ConcurrentHashMap<>();

  private record LocatedSource(String location, String source) {}

  StoredHeartbeats(Locations locations, DataSource dataSource) {
    this.locations = locations;
    this.jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public Beat beat(String location, String source, Instant at, boolean write) {
    LocatedSource key = new LocatedSource(location, source);
    Instant last = written.get(key);
    if (last != null && last.plus(AT_MOST_EVERY).isAfter(at)) {
      return Beat.HEARD;
    }
    Location found = locations.find(location);
    if (found == null) {
      return Beat.UNKNOWN_LOCATION;
    }
    if (found.sources().stream().map(LocationSource::source).noneMatch(source::equals)) {
      return Beat.UNKNOWN_SOURCE;
    }
    if (write) {
      jdbc.sql(UPSERT)
          .param("location", location)
          .param("source", source)
          .param("at", at.atOffset(ZoneOffset.UTC))
          .update();
      if (written.size() >= MOST) {
        written.clear();
      }
      written.put(key, at);
    }
    return Beat.HEARD;
  }
}
