package io.stockledger.server.database;

import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.ledger.LedgerKeeper;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Forgets receipts and closed claims that are older than 30 days, once an hour. */
final class OldReceipts implements SmartLifecycle, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OldReceipts.class);
  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final int FIRST_MINUTE = 1;
  private static final int EVERY_MINUTES = 60;

  private final @Nullable HikariDataSource asKeeper;
  private final Clock clock;
  private @Nullable ScheduledExecutorService executor;
  private @Nullable Future<?> future;

  OldReceipts(@Nullable HikariDataSource asKeeper, Clock clock) {
    this.asKeeper = asKeeper;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    if (asKeeper != null && executor == null) {
      executor =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().daemon().name("old-receipts").factory());
      LedgerKeeper keeper = new LedgerKeeper(asKeeper);
      future =
          executor.scheduleWithFixedDelay(
              () -> forget(keeper), FIRST_MINUTE, EVERY_MINUTES, TimeUnit.MINUTES);
    }
  }

  private void forget(LedgerKeeper keeper) {
    try {
      long deleted = keeper.deleteExpired(clock.instant().minus(REMEMBERED));
      LOG.debug("{} old receipts and claims deleted", deleted);
    } catch (SQLException | RuntimeException e) {
      LOG.warn("old receipts are not deleted now, will try again", e);
    }
  }

  @Override
  public synchronized void stop() {
    if (executor != null) {
      if (future != null) {
        future.cancel(false);
      }
      executor.shutdownNow();
      executor = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return executor != null;
  }

  @Override
  public void close() {
    if (asKeeper != null) {
      asKeeper.close();
    }
  }
}
