package io.stockledger.ledger;

import io.stockledger.ledger.ClaimTable.Placed;
import io.stockledger.ledger.store.EventTable;
import io.stockledger.ledger.store.LedgerEngine;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.ledger.store.RoundTrip;
import io.stockledger.ledger.store.StoreFailures;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;

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
    RoundTrip trip = new RoundTrip();
    add(trip, batch, claims);
    if (trip.isEmpty()) {
      session.rollBack();
    } else {
      make(trip, batch);
      session.connection().commit();
    }
    feed.committed(batch.startHead(), batch.events(), batch.rows());
  }

  /**
   * Takes the lock for a batch that was decided without it, and writes it if nobody else has
   * written since. The lock travels with what is written: where the head turns out to be another
   * one no event was inserted, and the rest is rolled back.
   *
   * @throws StrangersWroteException if somebody has: then nothing is written
   */
  void writeAhead(OpenBatch batch, Collection<Placed> claims) throws SQLException {
    try {
      AtomicLong head = new AtomicLong();
      RoundTrip trip = new RoundTrip();
      EventTable.lock(trip, head::set);
      add(trip, batch, claims);
      make(trip, batch);
      if (head.get() != batch.startHead()) {
        throw new StrangersWroteException(batch.startHead(), head.get());
      }
      session.connection().commit();
    } catch (SQLException | RuntimeException | Error e) {
      session.rollBack();
      throw e;
    }
    feed.committed(batch.startHead(), batch.events(), batch.rows());
  }

  private void add(RoundTrip trip, OpenBatch batch, Collection<Placed> claims) {
    EventTable.insert(trip, batch.startHead(), batch.rows());
    ReceiptTable.insert(trip, batch.receipts());
    ClaimTable.put(trip, claims, clock.instant());
    if (!batch.rows().isEmpty()) {
      EventTable.announce(trip);
    }
  }

  private void make(RoundTrip trip, OpenBatch batch) throws SQLException {
    try {
      trip.make(session.connection());
    } catch (SQLException e) {
      if (StoreFailures.isDuplicateKey(e) && !batch.events().isEmpty()) {
        throw engine.conflict(e, batch.events().getFirst());
      }
      throw e;
    }
  }
}
