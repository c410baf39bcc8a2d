package io.stockledger.server.database;

import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.server.database.LedgerDatabase.Login;
import io.stockledger.server.settings.StockledgerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The database, migrated, and a pool for each use of it, so that neither reads nor projections can
 * take the connections of writes.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final String READ_SCHEMA = "readmodel";

  /** Senders of commands wait that long for a connection, milliseconds. */
  private static final int WRITE_PATIENCE = 2_000;

  private static final int PATIENCE = 3_000;
  private static final int WRITE_CONNECTIONS = 4;

  @Bean(destroyMethod = "close")
  LedgerDatabase ledgerDatabase(StockledgerSettings settings) {
    LedgerDatabase database = Databases.open(settings);
    try {
      new Migrations(database).run();
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return database;
  }

  @Bean(destroyMethod = "close")
  HikariDataSource writeDataSource(LedgerDatabase database) {
    return Pools.pool(
        "write", database, database.app(), "ledger", WRITE_CONNECTIONS, WRITE_PATIENCE);
  }

  @Bean(destroyMethod = "close")
  HikariDataSource projectionDataSource(LedgerDatabase database, StockledgerSettings settings) {
    int connections = settings.database().projectionConnections();
    return Pools.pool("projection", database, database.app(), READ_SCHEMA, connections, PATIENCE);
  }

  @Bean(destroyMethod = "close")
  HikariDataSource readDataSource(LedgerDatabase database, StockledgerSettings settings) {
    int connections = settings.database().readConnections();
    return Pools.pool("read", database, database.app(), READ_SCHEMA, connections, PATIENCE);
  }

  @Bean
  PlatformTransactionManager projectionTransactionManager(HikariDataSource projectionDataSource) {
    return new JdbcTransactionManager(projectionDataSource);
  }

  /** None where the keeper's password is not known: then another node deletes what is old. */
  @Bean
  OldReceipts oldReceipts(LedgerDatabase database, java.time.Clock clock) {
    Login keeper = database.keeper();
    return new OldReceipts(
        keeper.password() == null
            ? null
            : Pools.pool("keeper", database, keeper, "ledger", 1, PATIENCE),
        clock);
  }
}
