package io.stockledger.ledger.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own for a test, with the roles and the ledger's schema, on one server for the
 * whole JVM. The server does not wait for the disk, so it is fast and forgets when the power fails.
 * Data sources are not pooled.
 */
public final class TestPostgres {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final Map<String, TestPostgres> PREPARED = new HashMap<>();

  private final String name;

  private TestPostgres(String name) {
    this.name = name;
  }

  /** A fresh database: roles, schema {@code ledger} migrated, no read model. */
  public static TestPostgres fresh() {
    return copyOf(prepared("ledger", TestPostgres::migrateLedger));
  }

  /**
   * A fresh database that has more than the ledger: a copy of one that was prepared once.
   *
   * @param kind tells apart what databases are prepared for
   * @param preparation leaves no connection open
   */
  public static TestPostgres fresh(String kind, Consumer<TestPostgres> preparation) {
    return copyOf(
        prepared(
            kind,
            database -> {
              database.migrateLedger();
              preparation.accept(database);
            }));
  }

  private static synchronized TestPostgres prepared(
      String kind, Consumer<TestPostgres> preparation) {
    return PREPARED.computeIfAbsent(
        kind,
        unknown -> {
          TestPostgres database = create("template1");
          preparation.accept(database);
          return database;
        });
  }

  private static TestPostgres copyOf(TestPostgres prepared) {
    return create(prepared.name);
  }

  private static TestPostgres create(String template) {
    String name = "test_" + DATABASES.incrementAndGet();
    new TestPostgres("postgres")
        .runAs("postgres", "create database " + name + " template " + template);
    TestPostgres database = new TestPostgres(name);
    // rights on a database are not copied with it
    database.runAs("postgres", resource("/db/roles.sql"));
    return database;
  }

  private void migrateLedger() {
    runAs("ledger_owner", resource("/db/ledger/V1__ledger.sql"));
  }

  /** Connects as {@code ledger_app}. */
  public DataSource app() {
    return as("ledger_app");
  }

  /** Connects as {@code ledger_owner}. */
  public DataSource owner() {
    return as("ledger_owner");
  }

  /** Connects as {@code ledger_keeper}. */
  public DataSource keeper() {
    return as("ledger_keeper");
  }

  public DataSource superuser() {
    return as("postgres");
  }

  public DataSource as(String role) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setServerNames(new String[] {"127.0.0.1"});
    dataSource.setPortNumbers(new int[] {Server.INSTANCE.getPort()});
    dataSource.setDatabaseName(name);
    dataSource.setUser(role);
    return dataSource;
  }

  /** The JDBC URL without a user; any of the roles may connect without a password. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + Server.INSTANCE.getPort() + "/" + name;
  }

  /** Runs statements as a role, in a transaction of their own. */
  public void runAs(String role, String sql) {
    try (Connection connection = as(role).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String path) {
    try (InputStream in = TestPostgres.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Started with the first database, ended with the JVM. */
  private static final class Server {

    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "off")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("max_connections", "200")
            .setServerConfig("unix_socket_directories", "")
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
