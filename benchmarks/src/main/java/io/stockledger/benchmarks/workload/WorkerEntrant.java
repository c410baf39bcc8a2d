package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.inprocess.WorkerProcess;
import io.stockledger.benchmarks.load.Measured;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Something that measures itself in its own JVM.
 *
 * @param tried commands under way at once, or rows in a batch
 */
record WorkerEntrant(WorkerProcess worker, List<Integer> tried) implements Entrant {
  @Override
  public String name() {
    return worker.name();
  }

  @Override
  public List<Integer> widths(Pitch pitch) {
    return tried;
  }

  @Override
  public Measured measure(int width, Duration time) throws IOException {
    return worker.measure(width, time);
  }

  @Override
  public Duration compiled() throws IOException, InterruptedException {
    return worker.compiled();
  }
}
