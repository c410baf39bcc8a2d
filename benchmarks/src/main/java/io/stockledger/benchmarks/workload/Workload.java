package io.stockledger.benchmarks.workload;

import java.util.List;

/** Something to measure, or to prove, by running real processes. */
public interface Workload {
  /** As it is asked for: lower case, words joined by hyphens. */
  String name();

  /** What it shows, in half a line. */
  String purpose();

  /** The options it understands; all others are refused. */
  List<Option> options();

  /**
   * Runs it. Progress and tables go to standard output.
   *
   * @throws Exception when it could not be run to its end: then there are no figures
   */
  Outcome run(Options options) throws Exception;
}
