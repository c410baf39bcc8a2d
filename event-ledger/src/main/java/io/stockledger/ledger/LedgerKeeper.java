package io.stockledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/** Deletes what need not be remembered any longer. Works as the role {@code ledger_keeper}. */
public final class LedgerKeeper {

  private static final int CHUNK = 5_000;

  private static final String RECEIPTS =
      "delete from ledger.receipt where (client, key) in (select client, key from ledger.receipt"
          + " where recorded_at < ?::timestamptz limit "
          + CHUNK
          + ")";

  private static final String CLAIMS =
      "delete from ledger.claim where not open and id in (select id from ledger.claim"
          + " where not open and closed_at < ?::timestamptz limit "
          + CHUNK
          + ")";

  private final DataSource asKeeper;

  /**
   * Opens a connection for each run.
   *
   * @param asKeeper connects as {@code ledger_keeper}
   */
  public LedgerKeeper(DataSource asKeeper) {
    this.asKeeper = asKeeper;
  }

  /**
   * Deletes receipts recorded, and claims closed, before this moment; in small transactions, so
   * that writers hardly notice.
   *
   * @return how many rows
   */
  public long deleteExpired(Instant olderThan) throws SQLException {
    try (Connection connection = asKeeper.getConnection()) {
      connection.setAutoCommit(true);
      return deleteAll(connection, RECEIPTS, olderThan) + deleteAll(connection, CLAIMS, olderThan);
    }
  }

  private static long deleteAll(Connection connection, String sql, Instant olderThan)
      throws SQLException {
    long deleted = 0;
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setString(1, olderThan.toString());
      int chunk;
      do {
        chunk = delete.executeUpdate();
        deleted += chunk;
      } while (chunk == CHUNK);
    }
    return deleted;
  }
}
