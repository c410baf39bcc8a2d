package io.stockledger.outgoing.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Which endpoints are this node's, by locks of the database that end with the connection that holds
 * them, whatever becomes of the node.
 */
final class Locks implements AutoCloseable {
  private static final String TAKE =
      "select pg_try_advisory_lock(hashtextextended('webhook/' || ?, 0))";
  private static final String GIVE =
      "select pg_advisory_unlock(hashtextextended('webhook/' || ?, 0))";
  private static final int PATIENCE_SECONDS = 5;

  private final DataSource dataSource;
  private final Set<String> held = new HashSet<>();
  private @Nullable Connection connection;

  Locks(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * @return those that are this node's, of those that are wanted
   * @throws SQLException when the database is away: then none is this node's any more
   */
  Set<String> hold(Set<String> wanted) throws SQLException {
    if (wanted.isEmpty() && held.isEmpty()) {
      return Set.of();
    }
    try {
      Connection open = open();
      for (String webhook : wanted) {
        if (!held.contains(webhook) && ask(open, TAKE, webhook)) {
          held.add(webhook);
        }
      }
      for (String webhook : Set.copyOf(held)) {
        if (!wanted.contains(webhook)) {
          ask(open, GIVE, webhook);
          held.remove(webhook);
        }
      }
      return Set.copyOf(held);
    } catch (SQLException e) {
      close();
      throw e;
    }
  }

  private Connection open() throws SQLException {
    Connection known = connection;
    if (known != null && known.isValid(PATIENCE_SECONDS)) {
      return known;
    }
    close();
    Connection opened = dataSource.getConnection();
    connection = opened;
    return opened;
  }

  private static boolean ask(Connection connection, String sql, String webhook)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, webhook);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** A connection goes back to its pool without locks, or not at all. */
  @Override
  public void close() {
    held.clear();
    Connection known = connection;
    connection = null;
    if (known != null) {
      try (known;
          PreparedStatement all = known.prepareStatement("select pg_advisory_unlock_all()")) {
        all.execute();
      } catch (SQLException e) {
        // the connection is gone, and with it the locks
      }
    }
  }
}
