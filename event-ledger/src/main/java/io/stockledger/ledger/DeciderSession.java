package io.stockledger.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection of the decider's own, opened when it is needed and thrown away when it fails. */
final class DeciderSession implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DeciderSession.class);

  /** How much later than the server the client gives up, should the network swallow everything. */
  private static final Duration NETWORK_GRACE = Duration.ofSeconds(2);

  private final DataSource dataSource;
  private final Duration transactionTimeout;
  private final boolean transactions;
  private @Nullable Connection open;

  private DeciderSession(DataSource dataSource, Duration transactionTimeout, boolean transactions) {
    this.dataSource = dataSource;
    this.transactionTimeout = transactionTimeout;
    this.transactions = transactions;
  }

  /** One whose transactions end when they are told to. */
  static DeciderSession forBatches(DataSource dataSource, Duration transactionTimeout) {
    return new DeciderSession(dataSource, transactionTimeout, true);
  }

  /** One on which each statement sees what is committed by then. */
  static DeciderSession forLookUps(DataSource dataSource, Duration transactionTimeout) {
    return new DeciderSession(dataSource, transactionTimeout, false);
  }

  Connection connection() throws SQLException {
    Connection connection = open;
    if (connection == null) {
      connection = dataSource.getConnection();
      open = connection;
      prepare(connection);
    }
    return connection;
  }

  /** A paused node must not keep the others from writing: the server then ends its transaction. */
  private void prepare(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    // each statement after the lock must see what its previous holder wrote
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setNetworkTimeout(
        Runnable::run, (int) transactionTimeout.plus(NETWORK_GRACE).toMillis());
    try (Statement statement = connection.createStatement()) {
      long millis = transactionTimeout.toMillis();
      statement.execute("set idle_in_transaction_session_timeout = " + millis);
      statement.execute("set transaction_timeout = " + millis);
    }
    connection.setAutoCommit(!transactions);
  }

  /** Undoes what the open transaction did; the connection is gone if it cannot. */
  void rollBack() {
    if (open == null || !transactions) {
      return;
    }
    try {
      open.rollback();
    } catch (SQLException e) {
      discard();
    }
  }

  /** Throws the connection away, so that no pool gives it to somebody else. */
  void discard() {
    Connection connection = open;
    open = null;
    if (connection == null) {
      return;
    }
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      log.debug("cannot abort a connection that is thrown away", e);
    }
    closeQuietly(connection);
  }

  /** Gives the connection back; its limits would do nobody else harm. */
  @Override
  public void close() {
    rollBack();
    Connection connection = open;
    open = null;
    if (connection != null) {
      closeQuietly(connection);
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      log.debug("cannot close a connection", e);
    }
  }
}
