package io.stockledger.benchmarks.load;

import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts while load is under way. */
final class Tally {
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
  private static final int DIGITS = 3;

  private final TreeMap<Integer, Long> statuses = new TreeMap<>();
  private final Histogram latencies = new Histogram(LONGEST, DIGITS);
  private final long start;
  private final long end;
  private final boolean open;
  private long units;
  private long lost;
  private long unsent;

  /**
   * @param start of what counts, by {@link System#nanoTime()}
   * @param open whether requests have a time at which they are due: then waits are those of the
   *     requests that were due between start and end, else of those that were answered then
   */
  Tally(long start, long end, boolean open) {
    this.start = start;
    this.end = end;
    this.open = open;
  }

  void answered(int status, int brought, long intended, long now) {
    if (counts(now)) {
      statuses.merge(status, 1L, Long::sum);
      units += brought;
    }
    if (brought > 0 && counts(open ? intended : now)) {
      record(now - intended);
    }
  }

  private boolean counts(long moment) {
    return moment - start >= 0 && moment - end <= 0;
  }

  void lost() {
    lost++;
  }

  /** It was due and nothing could be sent: it waited at least until now. */
  void unsent(long intended, long now) {
    if (counts(intended)) {
      unsent++;
      record(now - intended);
    }
  }

  private void record(long nanos) {
    latencies.recordValue(Math.clamp(nanos, 0, LONGEST));
  }

  Measured measured() {
    return new Measured(end - start, units, statuses, latencies, lost, unsent);
  }
}
