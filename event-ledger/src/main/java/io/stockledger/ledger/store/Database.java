package io.stockledger.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** The ways to a connection: within a batch its own, else one of the pools. */
public final class Database {

  private final DataSource writes;
  private final DataSource reads;
  private final EventStages stages;

  public Database(DataSource writes, DataSource reads, EventStages stages) {
    this.writes = writes;
    this.reads = reads;
    this.stages = stages;
  }

  /**
   * Reads. A decider reads on its batch's connection, which sees all that came before, and cannot
   * starve for a pooled connection while others wait for it.
   *
   * @param what is read, for the message of the exception
   * @throws EventStoreException if the database cannot answer
   */
  public <R extends @Nullable Object> R read(String what, SqlFunction<R> query) {
    return read(what, EventStage::connection, query);
  }

  /** The same for what concerns one stream only. */
  <R extends @Nullable Object> R readStream(String stream, SqlFunction<R> query) {
    return read(stream, stage -> stage.connectionFor(stream), query);
  }

  /** The same for what concerns these streams only. */
  <R extends @Nullable Object> R readStreams(List<String> streams, SqlFunction<R> query) {
    return read(
        streams.size() + " streams",
        stage -> {
          Connection connection = stage.connectionFor(streams.getFirst());
          for (String stream : streams) {
            connection = stage.connectionFor(stream); // which may have to wait
          }
          return connection;
        },
        query);
  }

  private interface StageConnection {
    Connection of(EventStage stage) throws SQLException;
  }

  private <R extends @Nullable Object> R read(
      String what, StageConnection staged, SqlFunction<R> query) {
    EventStage stage = stages.here();
    try {
      if (stage != null) {
        return query.on(staged.of(stage));
      }
      try (Connection connection = reads.getConnection()) {
        return query.on(connection);
      }
    } catch (SQLException e) {
      if (stage != null) {
        stage.broken(e);
      }
      throw new EventStoreException("cannot read " + what, e);
    }
  }

  /** Reads on a connection of its own, even within a batch. */
  <R extends @Nullable Object> R readAside(SqlFunction<R> query) throws SQLException {
    try (Connection connection = reads.getConnection()) {
      return query.on(connection);
    }
  }

  /** Writes in a transaction of its own, which is committed on return. */
  public <R extends @Nullable Object> R write(SqlFunction<R> statements) throws SQLException {
    try (Connection connection = writes.getConnection()) {
      connection.setAutoCommit(false);
      try {
        R result = statements.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      } finally {
        restoreAutoCommit(connection);
      }
    }
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static void restoreAutoCommit(Connection connection) throws SQLException {
    if (!connection.isClosed()) {
      connection.setAutoCommit(true);
    }
  }
}
