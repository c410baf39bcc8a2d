package io.stockledger.benchmarks.load;

import java.util.concurrent.TimeUnit;

/**
 * When requests are to be sent, whether or not those before are answered. Latency counts from that
 * moment, so that a server which stalls is charged for everybody who had to wait meanwhile.
 */
final class Arrivals {
  private final double perSecond;
  private final long start;
  private long next;

  /**
   * @param start by {@link System#nanoTime()}
   */
  Arrivals(double perSecond, long start) {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("a rate is above 0, not " + perSecond);
    }
    this.perSecond = perSecond;
    this.start = start;
  }

  /** When the next one is due. */
  long due() {
    return start + (long) (next / perSecond * TimeUnit.SECONDS.toNanos(1));
  }

  /** The next one was sent, or given up. */
  void gone() {
    next++;
  }
}
