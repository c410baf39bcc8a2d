package io.stockledger.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.server.database.LedgerDatabase.Login;
import java.util.Properties;

/** Pools of connections that do not hang on a lost network, and start without one. */
public final class Pools {
  private static final long START_ANYWAY = -1;

  private Pools() {}

  /**
   * @param patience how long to wait for a connection, milliseconds
   */
  public static HikariDataSource pool(
      String name,
      LedgerDatabase database,
      Login login,
      String schema,
      int connections,
      int patience) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(database.url());
    config.setUsername(login.user());
    config.setPassword(login.password());
    Properties driver = LedgerDatabase.driverProperties();
    driver.setProperty("currentSchema", schema);
    config.setDataSourceProperties(driver);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(patience);
    config.setInitializationFailTimeout(START_ANYWAY);
    return new HikariDataSource(config);
  }
}
