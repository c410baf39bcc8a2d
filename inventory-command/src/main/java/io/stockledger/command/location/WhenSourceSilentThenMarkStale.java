package io.stockledger.command.location;

import io.stockledger.api.location.LocationCommand.JudgeSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes it official within a second or two that a source went stale or came back. Every node does
 * it; the location decides, and does so once. A fault, such as a store that is away, is logged and
 * tried again.
 */
public final class WhenSourceSilentThenMarkStale implements SmartLifecycle {
  static final Duration PERIOD = Duration.ofSeconds(1);

  private static final Logger log = LoggerFactory.getLogger(WhenSourceSilentThenMarkStale.class);

  private final SourceSigns signs;
  private final CommandGateway gateway;
  private final InstantSource clock;
  private @Nullable ScheduledExecutorService executor;
  private @Nullable ScheduledFuture<?> schedule;

  public WhenSourceSilentThenMarkStale(
      SourceSigns signs, CommandGateway gateway, InstantSource clock) {
    this.signs = signs;
    this.gateway = gateway;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    if (executor == null) {
      ScheduledExecutorService started =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().name("silent-sources").daemon().factory());
      schedule =
          started.scheduleWithFixedDelay(
              this::judgeWhatIsDue, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
      executor = started;
    }
  }

  @Override
  public synchronized void stop() {
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
  public synchronized boolean isRunning() {
    return executor != null;
  }

  /** One round; it never throws, because a schedule ends with the first exception. */
  void judgeWhatIsDue() {
    try {
      signs.due(clock.instant()).forEach(this::judge);
    } catch (RuntimeException fault) {
      log.warn("cannot look for sources that are silent, will try again", fault);
    }
  }

  private void judge(SourceSigns.Due due) {
    try {
      gateway.sendAndWait(
          new JudgeSource(due.location(), due.source(), due.lastHeardAt()), 10, TimeUnit.SECONDS);
    } catch (RuntimeException fault) {
      log.warn("cannot judge {} of {}, will try again", due.source(), due.location(), fault);
    }
  }
}
