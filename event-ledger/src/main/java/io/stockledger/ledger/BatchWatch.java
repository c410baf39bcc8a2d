package io.stockledger.ledger;

import java.time.Duration;

/** Is told how batches do. Called by the threads that write them: it must not wait. */
@FunctionalInterface
public interface BatchWatch {
  /**
   * A batch is durable.
   *
   * @param commands of it, at least 1, those included that left nothing to write
   * @param took from where it was sent to the database to the end of its commit
   */
  void durable(int commands, Duration took);
}
