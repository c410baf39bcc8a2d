package io.stockledger.benchmarks.workload;

import java.util.Locale;

/** Tells whether a run reached what is asked of it. It does not decide whether it is verified. */
final class Bars {
  private Bars() {}

  static void atLeast(String what, double value, double bar) {
    tell(what, value, "at least", bar, value >= bar);
  }

  static void atMost(String what, double value, double bar) {
    tell(what, value, "at most", bar, value <= bar);
  }

  private static void tell(String what, double value, String word, double bar, boolean reached) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.3f, asked is %s %.1f: %s%n",
        what,
        value,
        word,
        bar,
        reached ? "reached" : "MISSED");
  }
}
