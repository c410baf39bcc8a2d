package io.stockledger.ledger;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A decided batch on its way to be durable, written by another thread. */
final class Flight {

  private final OpenBatch batch;
  private final CompletableFuture<Void> landing;

  /**
   * @param landing completes when the batch is durable, or with the reason why it is not known to
   *     be
   */
  Flight(OpenBatch batch, CompletableFuture<Void> landing) {
    this.batch = batch;
    this.landing = landing;
  }

  OpenBatch batch() {
    return batch;
  }

  boolean wroteTo(String stream) {
    return batch.streams().contains(stream);
  }

  boolean isOver() {
    return landing.isDone();
  }

  /**
   * Waits until it is durable.
   *
   * @throws SQLException if it is not, or may not be
   */
  void await() throws SQLException {
    try {
      landing.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof SQLException failure) {
        throw failure;
      }
      throw new SQLException("the batch before this one is lost", e.getCause());
    }
  }
}
