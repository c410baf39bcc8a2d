package io.stockledger.projections.generation;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections to the generation that is live when they are taken: what runs on one connection, a
 * statement or a snapshot of several, sees one generation.
 */
public final class GenerationDataSource extends AbstractDataSource implements AutoCloseable {
  private final LiveGeneration live;
  private final SchemaPool schemas;
  private final Map<Generation, HikariDataSource> pools = new ConcurrentHashMap<>();

  public GenerationDataSource(LiveGeneration live, SchemaPool schemas) {
    this.live = live;
    this.schemas = schemas;
  }

  /** Waiting for a connection takes time, in which the pointer may have moved. */
  @Override
  public Connection getConnection() throws SQLException {
    Generation wanted = current();
    while (true) {
      Connection connection = of(wanted).getConnection();
      Generation now = currentOrGiveBack(connection);
      if (now.equals(wanted)) {
        return connection;
      }
      connection.close();
      wanted = now;
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("connections have one user");
  }

  /** Connections to one generation, live or not. */
  public DataSource of(Generation generation) {
    return pools.computeIfAbsent(generation, wanted -> schemas.open(wanted.schema()));
  }

  /**
   * Gives back the connections to a generation that is left.
   *
   * @return false while one of them is still in use
   */
  boolean leave(Generation generation) {
    HikariDataSource pool = pools.get(generation);
    if (pool == null) {
      return true;
    }
    HikariPoolMXBean use = pool.getHikariPoolMXBean();
    if (use != null && use.getActiveConnections() > 0) {
      return false;
    }
    pools.remove(generation);
    pool.close();
    return true;
  }

  @Override
  public void close() {
    pools.values().forEach(HikariDataSource::close);
    pools.clear();
  }

  /** A connection that nobody is told of would be lost to its pool for ever. */
  private Generation currentOrGiveBack(Connection taken) throws SQLException {
    try {
      return current();
    } catch (SQLException | RuntimeException | Error e) {
      taken.close();
      throw e;
    }
  }

  private Generation current() throws SQLException {
    try {
      return live.current();
    } catch (DataAccessException e) {
      throw new SQLException("cannot tell which read model is live", e);
    }
  }
}
