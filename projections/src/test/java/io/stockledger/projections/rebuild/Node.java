package io.stockledger.projections.rebuild;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.ledger.json.CanonicalJsonSerializer;
import io.stockledger.ledger.json.EventNames;
import io.stockledger.projections.AllProjections;
import io.stockledger.projections.ProjectionsConfiguration;
import io.stockledger.projections.generation.GenerationDataSource;
import io.stockledger.projections.generation.GenerationProcessors;
import io.stockledger.projections.generation.GenerationSettings;
import io.stockledger.projections.generation.LiveGeneration;
import io.stockledger.projections.generation.LivePositions;
import io.stockledger.projections.running.ProjectionSettings;
import io.stockledger.projections.testing.ReadDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that a server has of the read side, several times on one database. */
final class Node implements AutoCloseable {
  /** One for each projection, and some for what watches them. */
  private static final int CONNECTIONS = AllProjections.list().size() + 7;

  static final Serializer TOKENS = new CanonicalJsonSerializer(EventNames.of(Map.of()));
  static final Duration KEEP = Duration.ofSeconds(1);
  private static final Duration LEASE = Duration.ofSeconds(1);

  private final ReadDatabase database;
  private final String name;
  private final Queue<HikariDataSource> opened = new ConcurrentLinkedQueue<>();
  private final HikariDataSource pointer;
  private final GenerationDataSource folding;
  private final GenerationDataSource reading;
  private final GenerationProcessors processors;
  private final RebuildRunning rebuilds;
  final LiveGeneration live;
  final LivePositions positions;

  Node(
      ReadDatabase database,
      StreamableMessageSource<TrackedEventMessage<?>> ledger,
      String name,
      int segments) {
    this(database, ledger, ledger, name, segments);
  }

  /**
   * @param rebuilding what rebuilds of this node read
   */
  Node(
      ReadDatabase database,
      StreamableMessageSource<TrackedEventMessage<?>> ledger,
      StreamableMessageSource<TrackedEventMessage<?>> rebuilding,
      String name,
      int segments) {
    this.database = database;
    this.name = name;
    InstantSource clock = InstantSource.system();
    ProjectionSettings settings = new ProjectionSettings(name, segments, 100);
    GenerationSettings generations = new GenerationSettings(name, KEEP, LEASE, segments);
    pointer = pool("readmodel_pointer", 3);
    live = new LiveGeneration(pointer);
    folding = new GenerationDataSource(live, schema -> pool(schema, CONNECTIONS));
    reading = new GenerationDataSource(live, schema -> pool(schema, 4));
    positions = new LivePositions(live, folding);
    processors =
        new GenerationProcessors(
            live,
            folding,
            reading,
            positions,
            (connections, reached) ->
                ProjectionsConfiguration.processors(
                    ledger, connections, reached, TOKENS, settings, clock),
            KEEP);
    rebuilds =
        new RebuildRunning(
            pointer,
            live,
            schema -> pool(schema, CONNECTIONS),
            generations,
            new Build.Tools(AllProjections::list, rebuilding, TOKENS, clock));
  }

  private HikariDataSource pool(String schema, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name + " " + schema);
    config.setJdbcUrl(database.postgres().url());
    config.setUsername("ledger_app");
    config.addDataSourceProperty("currentSchema", schema);
    config.addDataSourceProperty("ApplicationName", name);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(3_000);
    config.setInitializationFailTimeout(-1);
    HikariDataSource pool = new HikariDataSource(config);
    opened.add(pool);
    return pool;
  }

  Node start() {
    processors.start();
    rebuilds.start();
    return this;
  }

  /** Reads as queries do. */
  JdbcTemplate read() {
    return new JdbcTemplate(reading);
  }

  RebuildRequests requests() {
    return new RebuildRequests(pointer);
  }

  /** No rebuilds. */
  Node startProcessors() {
    processors.start();
    return this;
  }

  Connection connection() throws SQLException {
    return reading.getConnection();
  }

  /** Reaches the database no more, in the middle of whatever it does. */
  void die() {
    opened.forEach(HikariDataSource::close);
  }

  @Override
  public void close() {
    rebuilds.stop();
    processors.stop();
    reading.close();
    folding.close();
    pointer.close();
  }
}
