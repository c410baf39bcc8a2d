package io.stockledger.server.database;

import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.outgoing.OutgoingSchema;
import io.stockledger.projections.AllProjections;
import io.stockledger.projections.generation.GenerationDataSource;
import io.stockledger.projections.generation.LiveGeneration;
import io.stockledger.projections.generation.SchemaPool;
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
  /** Senders of commands wait that long for a connection, milliseconds. */
  private static final int WRITE_PATIENCE = 2_000;

  private static final int PATIENCE = 3_000;
  private static final int WRITE_CONNECTIONS = 4;
  private static final int POINTER_CONNECTIONS = 3;

  /** One for the announcer, one for each of those who read the log. */
  private static final int OUTGOING_CONNECTIONS = 6;

  /** One for each projection, and three. */
  private static final int REBUILD_CONNECTIONS = AllProjections.list().size() + 3;

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

  /** What channels are told, and were. */
  @Bean(destroyMethod = "close")
  HikariDataSource outgoingDataSource(LedgerDatabase database) {
    return Pools.pool(
        "outgoing", database, database.app(), OutgoingSchema.NAME, OUTGOING_CONNECTIONS, PATIENCE);
  }

  /** Apart from the others, so that a busy read side can still be told what is live. */
  @Bean(destroyMethod = "close")
  HikariDataSource pointerDataSource(LedgerDatabase database) {
    return Pools.pool(
        "pointer", database, database.app(), "readmodel_pointer", POINTER_CONNECTIONS, PATIENCE);
  }

  @Bean
  LiveGeneration liveGeneration(HikariDataSource pointerDataSource) {
    return new LiveGeneration(pointerDataSource);
  }

  @Bean(destroyMethod = "close")
  GenerationDataSource projectionDataSource(
      LiveGeneration live, LedgerDatabase database, StockledgerSettings settings) {
    int connections = settings.database().projectionConnections();
    return new GenerationDataSource(live, pools("projection", database, connections));
  }

  @Bean(destroyMethod = "close")
  GenerationDataSource readDataSource(
      LiveGeneration live, LedgerDatabase database, StockledgerSettings settings) {
    int connections = settings.database().readConnections();
    return new GenerationDataSource(live, pools("read", database, connections));
  }

  @Bean
  SchemaPool rebuildPools(LedgerDatabase database) {
    return pools("rebuild", database, REBUILD_CONNECTIONS);
  }

  private static SchemaPool pools(String name, LedgerDatabase database, int connections) {
    return schema ->
        Pools.pool(name + " " + schema, database, database.app(), schema, connections, PATIENCE);
  }

  @Bean
  PlatformTransactionManager projectionTransactionManager(
      GenerationDataSource projectionDataSource) {
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
