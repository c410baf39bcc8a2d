package io.stockledger.server.database;

import io.stockledger.server.database.LedgerDatabase.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL in the data directory that keeps what it was told: durable, entered by password
 * only, and found again after the process that started it was killed.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final String SUPERUSER = "postgres";
  private static final String DATABASE = "ledger";
  private static final Duration START = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;
  private final DataDirectory directory;

  private EmbeddedServer(EmbeddedPostgres server, DataDirectory directory) {
    this.server = server;
    this.directory = directory;
  }

  /**
   * Starts it; the directory is its own from here on and is given back when it is closed.
   *
   * @throws IllegalStateException when it does not start, or would not be durable
   */
  public static LedgerDatabase start(DataDirectory directory) {
    Path data = directory.path().resolve(SUPERUSER);
    Passwords passwords = Passwords.in(directory.path());
    OrphanedServer.stop(data);
    try {
      EmbeddedServer embedded =
          new EmbeddedServer(launch(data, directory.path(), passwords), directory);
      return embedded.prepared(data, passwords);
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
    }
  }

  private static EmbeddedPostgres launch(Path data, Path directory, Passwords passwords)
      throws IOException {
    Path binaries = Files.createDirectories(directory.resolve("postgres-bin"));
    return EmbeddedPostgres.builder()
        .setDataDirectory(data.toFile())
        .setOverrideWorkingDirectory(binaries.toFile())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setConnectConfig("password", passwords.of(SUPERUSER))
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "300")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig(
            "max_wal_size", "2GB") // or every few busy minutes all pages are logged anew
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("password_encryption", "scram-sha-256")
        .setPGStartupWait(START)
        .start();
  }

  private LedgerDatabase prepared(Path data, Passwords passwords) {
    try {
      try (Connection connection = superuser(SUPERUSER, passwords)) {
        requireDurable(connection);
        createDatabase(connection);
      }
      try (Connection connection = superuser(DATABASE, passwords)) {
        Roles.create(connection);
        Roles.setPasswords(
            connection, passwords, List.of(SUPERUSER, Roles.OWNER, Roles.APP, Roles.KEEPER));
        requirePasswords(data, connection);
      }
      return new LedgerDatabase(
          url(DATABASE),
          login(Roles.OWNER, passwords),
          login(Roles.APP, passwords),
          login(Roles.KEEPER, passwords),
          this);
    } catch (SQLException | IOException | RuntimeException e) {
      close();
      throw new IllegalStateException("the embedded PostgreSQL cannot be prepared", e);
    }
  }

  private static Login login(String role, Passwords passwords) {
    return new Login(role, passwords.of(role));
  }

  /** Its defaults, made for tests, would lose what was answered; so ask, rather than believe. */
  private static void requireDurable(Connection connection) throws SQLException {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("show " + setting)) {
        if (!row.next() || !"on".equals(row.getString(1))) {
          throw new IllegalStateException(setting + " is not on");
        }
      }
    }
  }

  private static void createDatabase(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean there;
      try (ResultSet row =
          statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
        there = row.next();
      }
      if (!there) {
        statement.execute(
            "create database "
                + DATABASE
                + " encoding 'UTF8' template template0 lc_collate 'C' lc_ctype 'C'");
      }
    }
  }

  /** A fresh cluster lets everybody in who is on this machine; from now on a password is asked. */
  private static void requirePasswords(Path data, Connection connection)
      throws IOException, SQLException {
    Files.writeString(
        data.resolve("pg_hba.conf"),
        """
        # written at every start: passwords only, from this machine only
        host all all 127.0.0.1/32 scram-sha-256
        host all all ::1/128      scram-sha-256
        """);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_reload_conf()");
    }
  }

  private Connection superuser(String database, Passwords passwords) throws SQLException {
    Properties properties = LedgerDatabase.driverProperties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", passwords.of(SUPERUSER));
    return DriverManager.getConnection(url(database), properties);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.warn("the embedded PostgreSQL did not stop as it should", e);
    } finally {
      directory.close();
    }
  }
}
