package io.stockledger.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Something to do with a connection. */
@FunctionalInterface
public interface SqlFunction<R extends @org.jspecify.annotations.Nullable Object> {

  R on(Connection connection) throws SQLException;
}
