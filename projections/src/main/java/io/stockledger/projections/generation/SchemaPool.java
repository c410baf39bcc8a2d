package io.stockledger.projections.generation;

import com.zaxxer.hikari.HikariDataSource;

/** Opens pools of connections, each with a schema as its search path; the caller closes them. */
@FunctionalInterface
public interface SchemaPool {
  HikariDataSource open(String schema);
}
