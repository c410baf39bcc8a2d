package io.stockledger.ledger;

import io.stockledger.ledger.ClaimTable.Placed;
import io.stockledger.ledger.store.EventTable;
import io.stockledger.ledger.store.LedgerEngine;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.ledger.store.RoundTrip;
import io.stockledger.ledger.store.StoreFailures;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes decided batches on the session's connection, which holds the ledger's lock by then. */
final class BatchWriter {

  private static final Logger log = LoggerFactory.getLogger(BatchWriter.class);

  private final DeciderSession session;
  private final LedgerEngine engine;
  private final LedgerFeed feed;
  private final InstantSource clock;
  private final BatchWatch watch;

  BatchWriter(DeciderSession session, LedgerEngine engine, LedgerFeed feed, LedgerBuilder builder) {
    this.session = session;
    this.engine = engine;
    this.feed = feed;
    this.clock = builder.clock;
    this.watch = builder.watch;
  }

  /** Waits for the ledger's lock and returns the head. */
  long lock() throws SQLException {
    return EventTable.lock(session.connection());
  }

  /** Writes what was decided under the lock, commits, and lets readers know. */
  void write(OpenBatch batch, Collection<Placed> claims) throws SQLException {
    long from = System.nanoTime();
    RoundTrip trip = new RoundTrip();
    add(trip, batch, claims);
    if (trip.isEmpty()) {
      session.rollBack();
    } else {
      make(trip, batch);
      session.connection().commit();
    }
    durable(batch, from);
  }

  /**
   * Takes the lock for a batch that was decided without it, and writes it if nobody else has
   * written since. The lock travels with what is written: where the head turns out to be another
   * one no event was inserted, and the rest is rolled back.
   *
   * @throws StrangersWroteException if somebody has: then nothing is written
   */
  void writeAhead(OpenBatch batch, Collection<Placed> claims) throws SQLException {
    long from = System.nanoTime();
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
    durable(batch, from);
  }

  private void durable(OpenBatch batch, long from) {
    feed.committed(batch.startHead(), batch.events(), batch.rows());
    try {
      watch.durable(batch.size(), Duration.ofNanos(System.nanoTime() - from));
    } catch (RuntimeException e) {
      log.warn("who watches batches failed; they are durable all the same", e);
    }
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
