package io.stockledger.benchmarks.traffic;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Few items are asked for often, many rarely: the k-th with a weight of 1/k. */
final class Zipf {
  private final double[] upTo;

  Zipf(int items) {
    upTo = new double[items];
    double sum = 0;
    for (int i = 0; i < items; i++) {
      sum += 1.0 / (i + 1);
      upTo[i] = sum;
    }
  }

  int next(SplittableRandom random) {
    int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return found >= 0 ? found : -found - 1;
  }
}
