package io.stockledger.server.play;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what the ledger does by itself, by asking for it again and again. */
final class Patience {
  private static final Duration BETWEEN = Duration.ofMillis(250);

  private Patience() {}

  /** Whether it came to be within the time. */
  static boolean until(BooleanSupplier condition, Duration longest) {
    Instant end = Instant.now().plus(longest);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end) || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
    return true;
  }
}
