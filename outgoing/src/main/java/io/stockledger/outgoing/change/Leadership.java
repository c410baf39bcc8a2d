package io.stockledger.outgoing.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which node does a piece of work: the one that holds a lock of the database, on a connection of
 * its own. It ends with the connection, so that another node takes over soon after a crash. It only
 * keeps nodes from doing the same work twice: where two do, what they write is right all the same.
 */
public final class Leadership implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

  /** "announce", in numbers that nobody else uses. */
  private static final long LOCK = 0x616e_6e6f_756e_6365L;

  /** So the server misses a node that was cut off, and lets go of its lock; seconds. */
  private static final String NOTICED_SOON =
      "set tcp_keepalives_idle = 1; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 3";

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final int PATIENCE_SECONDS = 2;

  private final Connections connections;
  private final long lock;
  private @Nullable Connection held;
  private long lookedAt;

  /** Opens connections that belong to no pool. */
  @FunctionalInterface
  public interface Connections {
    Connection open() throws SQLException;
  }

  /** For who announces changes. */
  public Leadership(Connections connections) {
    this(connections, LOCK);
  }

  /**
   * @param lock a number that stands for the work, and for nothing else in the database
   */
  public Leadership(Connections connections, long lock) {
    this.connections = connections;
    this.lock = lock;
    this.lookedAt = System.nanoTime() - LOOK_AGAIN.toNanos();
  }

  /** Whether it is this node's work now; asks the database now and then. */
  public synchronized boolean isOurs() {
    if (System.nanoTime() - lookedAt < LOOK_AGAIN.toNanos()) {
      return held != null;
    }
    lookedAt = System.nanoTime();
    try {
      if (held != null && held.isValid(PATIENCE_SECONDS)) {
        return true;
      }
      close();
      held = taken();
      return held != null;
    } catch (SQLException e) {
      LOG.debug("cannot ask whose work {} is", lock, e);
      close();
      return false;
    }
  }

  private @Nullable Connection taken() throws SQLException {
    Connection connection = connections.open();
    boolean ours = false;
    try (Statement settings = connection.createStatement();
        PreparedStatement ask = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      settings.execute(NOTICED_SOON);
      ask.setLong(1, lock);
      try (ResultSet answer = ask.executeQuery()) {
        ours = answer.next() && answer.getBoolean(1);
      }
      return ours ? connection : null;
    } finally {
      if (!ours) {
        connection.close();
      }
    }
  }

  @Override
  public synchronized void close() {
    Connection ending = held;
    held = null;
    if (ending != null) {
      try {
        ending.close();
      } catch (SQLException e) {
        LOG.debug("the connection was gone already", e);
      }
    }
  }
}
