package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.load.Measured;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One of those that are measured in turn. */
interface Entrant {
  String name();

  /** The numbers of clients to try, or of whatever else its load is wide. */
  default List<Integer> widths(Pitch pitch) {
    return pitch.clients();
  }

  /**
   * Puts load on it, as much as it takes.
   *
   * @param clients that each wait for their answer before they ask again
   */
  Measured measure(int clients, Duration time) throws IOException, InterruptedException;

  /** How long the compilers of its JVM have been at work since it started. */
  Duration compiled() throws IOException, InterruptedException;
}
