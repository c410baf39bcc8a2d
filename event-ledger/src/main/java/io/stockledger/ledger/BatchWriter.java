package io.stockledger.ledger;

import io.stockledger.ledger.ClaimTable.Placed;
import io.stockledger.ledger.store.EventTable;
import io.stockledger.ledger.store.LedgerEngine;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.ledger.store.StoreFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;

/** Writes decided batches on the session's connection, which holds the ledger's lock by then. */
final class BatchWriter {

  private final DeciderSession session;
  private final LedgerEngine engine;
  private final LedgerFeed feed;
  private final InstantSource clock;

  BatchWriter(DeciderSession session, LedgerEngine engine, LedgerFeed feed, InstantSource clock) {
    this.session = session;
    this.engine = engine;
    this.feed = feed;
    this.clock = clock;
  }

  /** Waits for the ledger's lock and returns the head. */
  long lock() throws SQLException {
    return EventTable.lock(session.connection());
  }

  /** Writes what was decided under the lock, commits, and lets readers know. */
  void write(OpenBatch batch, Collection<Placed> claims) throws SQLException {
    if (batch.rows().isEmpty() && batch.receipts().isEmpty()) {
      session.rollBack();
    } else {
      Connection connection = session.connection();
      insertEvents(connection, batch);
      ReceiptTable.insert(connection, batch.receipts());
      ClaimTable.put(connection, claims, clock.instant());
      if (!batch.rows().isEmpty()) {
        EventTable.announce(connection);
      }
      connection.commit();
    }
    feed.committed(batch.startHead(), batch.events(), batch.rows());
  }

  /**
   * Takes the lock for a batch that was decided without it, and writes it if nobody else has
   * written since.
   *
   * @throws StrangersWroteException if somebody has: then nothing is written
   */
  void writeAhead(OpenBatch batch, Collection<Placed> claims) throws SQLException {
    try {
      long head = lock();
      if (head != batch.startHead()) {
        throw new StrangersWroteException(batch.startHead(), head);
      }
      write(batch, claims);
    } catch (SQLException | RuntimeException | Error e) {
      session.rollBack();
      throw e;
    }
  }

  private void insertEvents(Connection connection, OpenBatch batch) throws SQLException {
    if (batch.rows().isEmpty()) {
      return;
    }
    try {
      EventTable.insert(connection, batch.startHead(), batch.rows());
    } catch (SQLException e) {
      if (StoreFailures.isDuplicateKey(e)) {
        throw engine.conflict(e, batch.events().getFirst());
      }
      throw e;
    }
  }
}
