package io.stockledger.ledger;

import io.stockledger.ledger.store.LedgerEngine;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes snapshots beside the decider. One that fails, or finds too many before it, is not written:
 * it would only have saved time.
 */
final class SnapshotWriter implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SnapshotWriter.class);
  private static final int WAITING_AT_MOST = 1_000;

  private final LedgerEngine engine;
  private final ExecutorService executor =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_AT_MOST),
          Thread.ofPlatform().name("ledger-snapshots").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  SnapshotWriter(LedgerEngine engine) {
    this.engine = engine;
  }

  void write(String stream, long sequence, Object state) {
    executor.execute(
        () -> {
          try {
            engine.storeSnapshot(
                new GenericDomainEventMessage<>(
                    "snapshot", stream, sequence, state, MetaData.emptyInstance()));
          } catch (RuntimeException e) {
            log.warn("no snapshot of {}", stream, e);
          }
        });
  }

  /** Drops the snapshots that wait. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
