package io.stockledger.outgoing.webhook;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether an endpoint answers nothing, and when it is tried next. */
final class Silence {
  private final DeliverySettings settings;
  private final AtomicInteger failuresInARow = new AtomicInteger();
  private Instant nextProbe = Instant.EPOCH;

  Silence(DeliverySettings settings) {
    this.settings = settings;
  }

  boolean lasts() {
    return failuresInARow.get() >= DeliverySettings.FAILURES_IN_A_ROW;
  }

  void failed() {
    failuresInARow.incrementAndGet();
  }

  /**
   * Something was taken.
   *
   * @return whether this was the end of a silence
   */
  boolean ends() {
    return failuresInARow.getAndSet(0) >= DeliverySettings.FAILURES_IN_A_ROW;
  }

  /** When it is tried again while it lasts. */
  Instant nextProbe() {
    return nextProbe;
  }

  /** Pauses for the longer, the longer it lasts. */
  void pause(Instant now) {
    if (lasts()) {
      int beyond = failuresInARow.get() - DeliverySettings.FAILURES_IN_A_ROW + 1;
      nextProbe =
          now.plus(
              BackOff.after(
                  beyond,
                  settings.firstRetry(),
                  settings.longestProbe(),
                  ThreadLocalRandom.current()));
    }
  }
}
