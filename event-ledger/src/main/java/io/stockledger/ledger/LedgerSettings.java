package io.stockledger.ledger;

import java.time.Duration;

/**
 * Limits of a ledger on one node.
 *
 * @param batchSize commands in a transaction at most, at least 1
 * @param queueCapacity commands that wait at most, at least 1
 * @param readBatchSize entries a reader fetches at a time, at least 1
 * @param rememberedClaims claims kept in memory at most
 * @param retryFor how long a batch is tried again while the database fails
 * @param transactionTimeout after which the database ends a batch of a node that hangs
 * @param pollInterval after which readers look for commits of other nodes that were not announced
 * @param readerInterval between two times that streams are shown new entries, at least; zero to
 *     show each batch by itself
 */
public record LedgerSettings(
    int batchSize,
    int queueCapacity,
    int readBatchSize,
    int rememberedClaims,
    Duration retryFor,
    Duration transactionTimeout,
    Duration pollInterval,
    Duration readerInterval) {

  public static final LedgerSettings DEFAULT =
      new LedgerSettings(
          512,
          10_000,
          1_000,
          50_000,
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofMillis(80));

  public LedgerSettings {
    if (batchSize < 1 || queueCapacity < 1 || readBatchSize < 1 || rememberedClaims < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
    if (retryFor.isNegative()
        || !transactionTimeout.isPositive()
        || !pollInterval.isPositive()
        || readerInterval.isNegative()) {
      throw new IllegalArgumentException("durations are positive, those to wait may be zero");
    }
  }
}
