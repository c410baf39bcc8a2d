package io.stockledger.benchmarks.load;

import java.util.ArrayDeque;

/**
 * Tells when a server no longer gets faster: the last ten seconds brought hardly more than the ten
 * before.
 */
public final class Warmth {
  private static final int SPAN = 10;
  private static final double GROWTH = 1.03;

  private final ArrayDeque<Double> rates = new ArrayDeque<>();

  /** Another stretch has passed at this rate. */
  public void add(double perSecond) {
    rates.add(perSecond);
    if (rates.size() > 2 * SPAN) {
      rates.remove();
    }
  }

  public boolean isSteady() {
    if (rates.size() < 2 * SPAN) {
      return false;
    }
    double before = rates.stream().limit(SPAN).mapToDouble(Double::doubleValue).sum();
    double lately = rates.stream().skip(SPAN).mapToDouble(Double::doubleValue).sum();
    return lately > 0 && lately <= before * GROWTH;
  }
}
