package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.load.Measured;
import java.io.IOException;
import java.time.Duration;

/** One of those that are measured in turn. */
interface Entrant {
  String name();

  /**
   * Puts load on it, as much as it takes.
   *
   * @param clients that each wait for their answer before they ask again
   */
  Measured measure(int clients, Duration time) throws IOException, InterruptedException;
}
