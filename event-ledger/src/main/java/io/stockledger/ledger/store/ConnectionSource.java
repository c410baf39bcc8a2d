package io.stockledger.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens a connection of its own, outside every pool; whoever asked for it closes it. */
@FunctionalInterface
public interface ConnectionSource {

  Connection open() throws SQLException;
}
