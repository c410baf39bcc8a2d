package io.stockledger.benchmarks.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.core.env.Environment;

/** Connections of a peer. */
final class PeerPool {
  private PeerPool() {}

  /** As many as {@code peer.connections} says; statements are prepared on the server. */
  static HikariDataSource open(Environment environment) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(environment.getRequiredProperty("peer.database.url"));
    config.setUsername("postgres");
    config.setMaximumPoolSize(environment.getRequiredProperty("peer.connections", Integer.class));
    config.setConnectionTimeout(30_000);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }
}
