package io.stockledger.command.automation;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Something that the ledger does by itself, round by round, on a thread of its own. */
public abstract class WhenDueThenAct implements SmartLifecycle {
  private final String name;
  private final Duration period;
  private @Nullable ScheduledExecutorService executor;
  private @Nullable ScheduledFuture<?> schedule;

  /**
   * @param name of its thread
   * @param period between the end of a round and the beginning of the next, and before the first
   */
  protected WhenDueThenAct(String name, Duration period) {
    this.name = name;
    this.period = period;
  }

  /** One round; it never throws, because a schedule ends with the first exception. */
  protected abstract void round();

  @Override
  public final synchronized void start() {
    if (executor == null) {
      ScheduledExecutorService started =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().name(name).daemon().factory());
      schedule =
          started.scheduleWithFixedDelay(
              this::round, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
      executor = started;
    }
  }

  @Override
  public final synchronized void stop() {
    if (schedule != null) {
      schedule.cancel(false);
      schedule = null;
    }
    if (executor != null) {
      executor.shutdownNow();
      executor = null;
    }
  }

  @Override
  public final synchronized boolean isRunning() {
    return executor != null;
  }
}
