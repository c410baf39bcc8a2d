package io.stockledger.benchmarks.load;

import java.time.Duration;
import java.util.ArrayDeque;

/**
 * Tells when a server is as fast as it gets: ten seconds brought hardly more than the ten before,
 * and its compilers hardly had anything to do meanwhile. What they have to do is shared with a busy
 * server, and more where there is more code.
 */
public final class Warmth {
  /** Stretches that are looked at together. */
  public static final int SPAN = 10;

  private static final double GROWTH = 1.03;
  private static final double COMPILING = 0.05;

  private final ArrayDeque<Double> rates = new ArrayDeque<>();
  private Duration compiled = Duration.ZERO;
  private double compiling = 1;

  /** Another stretch has passed at this rate. */
  public void add(double perSecond) {
    rates.add(perSecond);
    if (rates.size() > 2 * SPAN) {
      rates.remove();
    }
  }

  /**
   * Another span has passed.
   *
   * @param total how long the compilers have been at work since the server started
   * @param time that has passed since this was told last
   */
  public void compiled(Duration total, Duration time) {
    compiling = total.minus(compiled).toNanos() / (double) time.toNanos();
    compiled = total;
  }

  public boolean isSteady() {
    if (rates.size() < 2 * SPAN || compiling > COMPILING) {
      return false;
    }
    double before = rates.stream().limit(SPAN).mapToDouble(Double::doubleValue).sum();
    double lately = rates.stream().skip(SPAN).mapToDouble(Double::doubleValue).sum();
    return lately > 0 && lately <= before * GROWTH;
  }

  /** The part of one processor that the compilers took of the last span. */
  public double compiling() {
    return compiling;
  }
}
