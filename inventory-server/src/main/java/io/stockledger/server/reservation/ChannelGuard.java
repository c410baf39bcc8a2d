package io.stockledger.server.reservation;

import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.security.Caller;
import io.stockledger.server.security.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A channel's key acts through its channel only, and on the reservations of its channel only. */
@Component
public class ChannelGuard {
  private final ReservationChannels reservations;

  ChannelGuard(ReservationChannels reservations) {
    this.reservations = reservations;
  }

  /** A promise without a channel bypasses the channels' buffers, which is a right of its own. */
  public static void requireMayReserve(Write write, @Nullable String channel) {
    Caller caller = write.caller();
    if (channel == null) {
      caller.require(Scope.RESERVE_WITHOUT_CHANNEL);
    } else if (!caller.speaksFor(channel)) {
      throw Caller.forbidden(Scope.RESERVE_WITHOUT_CHANNEL);
    }
  }

  /** For a channel, a reservation of another one is not there. */
  public void requireOwn(Write write, String reservationId) {
    if (!write.caller().isChannelOnly()) {
      return;
    }
    if (!write.caller().speaksFor(reservations.channelOf(reservationId).orElse(null))) {
      throw unknown(reservationId);
    }
  }

  static ProblemException unknown(String reservationId) {
    return new ProblemException(
        Problem.of(
                ProblemType.UNKNOWN_RESERVATION, "There is no reservation " + reservationId + ".")
            .with("reservationId", reservationId));
  }
}
