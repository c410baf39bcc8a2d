package io.stockledger.server.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What can be set, all under {@code stockledger}. Each can be given in the environment as well,
 * such as {@code STOCKLEDGER_DATABASE_URL}.
 *
 * @param dataDir where the embedded database, its passwords and the first operator's key are
 * @param nodeId names this node among those on one database, and stays the same when it starts
 *     again; by default made of the host's name, the port and the data directory
 * @param commandTimeout how long a write waits for its decision before it is told 503
 * @param writesAtOnce how many requests that may write are under way at a time; the rest waits a
 *     moment for room and is then told 503
 * @param lateWindow how far before an item's newest entry counts, totals and reversals may lie; the
 *     same on every node
 * @param readMemory about how much memory the rows may take that reads find without the database; 0
 *     for none
 * @param database the PostgreSQL to use
 * @param projections whether this node keeps the read models up to date
 */
@ConfigurationProperties("stockledger")
public record StockledgerSettings(
    @DefaultValue("./data") Path dataDir,
    @Nullable String nodeId,
    @DefaultValue("30s") Duration commandTimeout,
    @DefaultValue("1024") int writesAtOnce,
    @DefaultValue("72h") Duration lateWindow,
    @DefaultValue("128MB") DataSize readMemory,
    @DefaultValue Database database,
    @DefaultValue Projections projections) {

  public StockledgerSettings {
    if (writesAtOnce < 1) {
      throw new IllegalArgumentException("writes-at-once is at least 1, not " + writesAtOnce);
    }
    if (lateWindow.isNegative()) {
      throw new IllegalArgumentException("late-window is at least 0, not " + lateWindow);
    }
  }

  /**
   * A PostgreSQL whose roles were made by {@code db/roles.sql}. Without a URL an embedded one is
   * started in the data directory.
   *
   * @param url such as {@code jdbc:postgresql://host:5432/ledger}
   * @param owner migrates
   * @param app runs
   * @param keeper deletes old receipts and closed claims
   * @param readConnections most connections for reads
   * @param projectionConnections most connections for projections
   */
  public record Database(
      @Nullable String url,
      @DefaultValue Login owner,
      @DefaultValue Login app,
      @DefaultValue Login keeper,
      @DefaultValue("10") int readConnections,
      @DefaultValue("16") int projectionConnections) {}

  /**
   * What becomes of events on this node.
   *
   * @param enabled false where a node only writes: reads then show what other nodes have folded,
   *     and stand still if there are none
   */
  public record Projections(@DefaultValue("true") boolean enabled) {}

  /**
   * @param user none for the role's own name
   */
  public record Login(@Nullable String user, @Nullable String password) {}
}
