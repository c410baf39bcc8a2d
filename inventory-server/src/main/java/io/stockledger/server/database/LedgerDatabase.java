package io.stockledger.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is and who may enter it how.
 *
 * @param owner migrates
 * @param app runs
 * @param keeper deletes old receipts and closed claims
 * @param server the embedded server behind it, none when it was configured
 */
public record LedgerDatabase(
    String url, Login owner, Login app, Login keeper, @Nullable EmbeddedServer server)
    implements AutoCloseable {

  /**
   * @param password none where the server asks for none
   */
  public record Login(String user, @Nullable String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /** Whether the owner can come in, so that migrations can run from here. */
  public boolean canMigrate() {
    return owner.password() != null;
  }

  /** A connection outside every pool, which never hangs for ever on a lost network. */
  public Connection connect(Login login) throws SQLException {
    return DriverManager.getConnection(url, properties(login));
  }

  /** What the driver must know to let this role in. */
  Properties properties(Login login) {
    Properties properties = driverProperties();
    properties.setProperty("user", login.user());
    if (login.password() != null) {
      properties.setProperty("password", login.password());
    }
    return properties;
  }

  /** The driver waits for ever by default; seconds. */
  static Properties driverProperties() {
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "30");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("ApplicationName", "stockledger");
    return properties;
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
