package io.stockledger.command.reservation;

import io.stockledger.api.reservation.ReservationCommand.ExpireReservation;
import io.stockledger.command.automation.WhenDueThenAct;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes expiries official within a second of their instants. Decisions and reads do not wait for
 * it: for them a due line does not count any more. A fault, such as a store that is away, is logged
 * and tried again.
 */
public final class WhenReservationDueThenExpire extends WhenDueThenAct {
  static final Duration PERIOD = Duration.ofMillis(250);
  static final int AT_ONCE = 500;

  private static final Logger log = LoggerFactory.getLogger(WhenReservationDueThenExpire.class);

  private final DueReservations dueReservations;
  private final CommandGateway gateway;
  private final InstantSource clock;

  public WhenReservationDueThenExpire(
      DueReservations dueReservations, CommandGateway gateway, InstantSource clock) {
    super("reservation-expiry", PERIOD);
    this.dueReservations = dueReservations;
    this.gateway = gateway;
    this.clock = clock;
  }

  @Override
  protected void round() {
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
