package io.stockledger.benchmarks.crash.check;

/** Something that is true of every history of a ledger that keeps its promises. */
@FunctionalInterface
interface Rule {
  void judge(Chronicle chronicle, Findings findings);
}
