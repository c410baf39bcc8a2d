package io.stockledger.outgoing.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Doubles, up to a longest, and strews by a fifth so that many do not come back at once. */
final class BackOff {
  private static final int MOST_DOUBLINGS = 30;
  private static final double STREWN = 0.2;

  private BackOff() {}

  /**
   * @param attempts made so far, from 1
   */
  static Duration after(int attempts, Duration first, Duration longest, RandomGenerator random) {
    int doublings = Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS);
    long millis = Math.min(longest.toMillis(), first.toMillis() << doublings);
    double factor = 1 - STREWN + 2 * STREWN * random.nextDouble();
    return Duration.ofMillis(Math.round(millis * factor));
  }
}
