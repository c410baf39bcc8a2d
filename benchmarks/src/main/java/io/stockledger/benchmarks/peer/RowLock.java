package io.stockledger.benchmarks.peer;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Stock as teams write it by hand: a row per item that is updated under a condition, a journal, and
 * a table of keys, in one transaction.
 */
@Configuration(proxyBeanMethods = false)
@Import(PeerFace.class)
class RowLock {
  static final String NAME = "row-lock";

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(Environment environment) {
    return PeerPool.open(environment);
  }

  /** One statement is the faster shape; {@code peer.shape=statements} is the usual one. */
  @Bean
  PeerStock stock(HikariDataSource dataSource, Environment environment) {
    return environment.getProperty("peer.shape", "one-statement").equals("statements")
        ? new RowLockStatements(dataSource)
        : new RowLockStatement(dataSource);
  }
}
