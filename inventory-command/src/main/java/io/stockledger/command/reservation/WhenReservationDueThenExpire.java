package io.stockledger.command.reservation;

import io.stockledger.api.reservation.ReservationCommand.ExpireReservation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
 * Makes expiries official within a second of their instants. Decisions and reads do not wait for
 * it: for them a due line does not count any more. A fault, such as a store that is away, is logged
 * and tried again.
 */
public final class WhenReservationDueThenExpire implements SmartLifecycle {
  static final Duration PERIOD = Duration.ofMillis(250);
  static final int AT_ONCE = 500;

  private static final Logger log = LoggerFactory.getLogger(WhenReservationDueThenExpire.class);

  private final DueReservations dueReservations;
  private final CommandGateway gateway;
  private final InstantSource clock;
  private @Nullable ScheduledExecutorService executor;
  private @Nullable ScheduledFuture<?> schedule;

  public WhenReservationDueThenExpire(
      DueReservations dueReservations, CommandGateway gateway, InstantSource clock) {
    this.dueReservations = dueReservations;
    this.gateway = gateway;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    if (executor == null) {
      ScheduledExecutorService started =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().name("reservation-expiry").daemon().factory());
      schedule =
          started.scheduleWithFixedDelay(
              this::expireWhatIsDue, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
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
  void expireWhatIsDue() {
    try {
      List<String> due = dueReservations.due(clock.instant(), AT_ONCE);
      due.forEach(this::expire);
    } catch (RuntimeException fault) {
      log.warn("cannot look for reservations that are due, will try again", fault);
    }
  }

  private void expire(String reservationId) {
    try {
      gateway.sendAndWait(new ExpireReservation(reservationId), 10, TimeUnit.SECONDS);
    } catch (RuntimeException fault) {
      log.warn("cannot record the expiry of {}, will try again", reservationId, fault);
    }
  }
}
