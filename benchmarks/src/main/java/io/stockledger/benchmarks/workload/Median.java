package io.stockledger.benchmarks.workload;

import java.util.List;

/** The middle one of some values; of an even number the upper one of the two. */
final class Median {
  private Median() {}

  static double of(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
