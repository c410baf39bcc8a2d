package io.stockledger.server.reservation;

import io.stockledger.api.reservation.ReleaseReason;
import io.stockledger.server.problem.Faults;
import org.jspecify.annotations.Nullable;

/** Why promised units become free; that they ran out of time only the ledger says. */
public final class ReleaseReasons {
  private ReleaseReasons() {}

  public static void check(@Nullable ReleaseReason reason, Faults faults) {
    if (reason == ReleaseReason.EXPIRED) {
      faults.add("reason", "is said by the ledger only", reason);
    }
  }
}
