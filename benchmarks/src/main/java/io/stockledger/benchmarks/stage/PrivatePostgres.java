package io.stockledger.benchmarks.stage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A PostgreSQL of a run's own, on a port of its own, that loses nothing it has acknowledged: that
 * it is durable is asked of it, not believed.
 */
public final class PrivatePostgres implements AutoCloseable {
  /**
   * What is set beside durability. Every side has the same; memory and the distance of checkpoints
   * are those of a small server rather than the defaults, which are those of a test.
   */
  private static final Map<String, String> SETTINGS =
      new TreeMap<>(
          Map.of(
              "shared_buffers", "512MB",
              "max_wal_size", "4GB",
              "max_connections", "300"));

  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");
  private static final Duration START = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;

  private PrivatePostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * @throws IllegalStateException if it would not be durable
   */
  static PrivatePostgres start(Path data) throws IOException, SQLException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data.toFile())
            .setRegisterShutdownHook(false)
            .setServerConfig("unix_socket_directories", "")
            .setPGStartupWait(START);
    DURABLE.forEach(name -> builder.setServerConfig(name, "on"));
    SETTINGS.forEach(builder::setServerConfig);
    PrivatePostgres postgres = new PrivatePostgres(builder.start());
    try {
      postgres.requireDurable();
    } catch (SQLException | RuntimeException e) {
      postgres.close();
      throw e;
    }
    return postgres;
  }

  private void requireDurable() throws SQLException {
    try (Connection connection = superuser("postgres")) {
      for (String setting : DURABLE) {
        if (!"on".equals(text(connection, "show " + setting))) {
          throw new IllegalStateException(setting + " is not on");
        }
      }
    }
  }

  /** Its version and what is set, for the head of a report. */
  public String description() throws SQLException {
    try (Connection connection = superuser("postgres")) {
      StringBuilder text = new StringBuilder("PostgreSQL ");
      text.append(text(connection, "show server_version"));
      for (String name : DURABLE) {
        text.append(", ").append(name).append(" on");
      }
      for (String name : SETTINGS.keySet()) {
        text.append(", ").append(name).append(' ').append(text(connection, "show " + name));
      }
      return text.toString();
    }
  }

  /** An empty database with the roles that the server wants. */
  FreshDatabase create(String name) throws SQLException, IOException {
    try (Connection connection = superuser("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create database "
              + name
              + " encoding 'UTF8' template template0 lc_collate 'C' lc_ctype 'C'");
    }
    FreshDatabase database = new FreshDatabase(this, name);
    try (InputStream roles = PrivatePostgres.class.getResourceAsStream("/db/roles.sql")) {
      if (roles == null) {
        throw new IllegalStateException("/db/roles.sql is missing");
      }
      database.execute(new String(roles.readAllBytes(), StandardCharsets.UTF_8));
    }
    return database;
  }

  Connection superuser(String database) throws SQLException {
    return server.getDatabase("postgres", database).getConnection();
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
