package io.stockledger.benchmarks.crash;

import java.util.ArrayList;
import java.util.List;

/** Which fault strikes in which cycle. Those of a kind follow each other: that saves starts. */
final class Plan {
  private Plan() {}

  /** So many cycles, shared out as evenly as can be. */
  static List<Fault> of(List<Fault> faults, int cycles) {
    List<Fault> plan = new ArrayList<>();
    for (int i = 0; i < faults.size(); i++) {
      int share = cycles / faults.size() + (i < cycles % faults.size() ? 1 : 0);
      for (int j = 0; j < share; j++) {
        plan.add(faults.get(i));
      }
    }
    return plan;
  }
}
