package io.stockledger.server.reservation;

import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.security.Caller;
import io.stockledger.server.security.Scope;
import org.jspecify.annotations.Nullable;

/** A channel's key acts through its channel only. */
public final class ChannelGuard {
  private ChannelGuard() {}

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
  static ProblemException unknown(String reservationId) {
    return new ProblemException(
        Problem.of(
                ProblemType.UNKNOWN_RESERVATION, "There is no reservation " + reservationId + ".")
            .with("reservationId", reservationId));
  }
}
