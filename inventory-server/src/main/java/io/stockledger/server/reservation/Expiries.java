package io.stockledger.server.reservation;

import io.stockledger.api.reservation.ReservationCommand.Expiry;
import io.stockledger.server.problem.Faults;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a promise ends: at a moment, or so long from now. */
public final class Expiries {
  private Expiries() {}

  public static void check(
      @Nullable Duration expiresIn, @Nullable Instant expiresAt, Faults faults) {
    if (expiresIn != null && expiresAt != null) {
      faults.add("expiresIn", "is not taken together with expiresAt", expiresIn);
    }
    if (expiresIn != null && !expiresIn.isPositive()) {
      faults.add("expiresIn", "must be longer than nothing", expiresIn);
    }
  }

  public static @Nullable Expiry orNone(@Nullable Duration expiresIn, @Nullable Instant expiresAt) {
    return expiresIn == null && expiresAt == null ? null : new Expiry(expiresAt, expiresIn);
  }
}
