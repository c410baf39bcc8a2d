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
  private long units;
  private long lost;
  private long unsent;

  /** Of what is answered from start to end, by {@link System#nanoTime()}. */
  Tally(long start, long end) {
    this.start = start;
    this.end = end;
  }

  void answered(int status, int brought, long intended, long now) {
    if (now - end > 0) {
      // In a closed loop the next run begins where this one ended. In an open loop it was due
      // within the time, and leaving it out would flatter whoever is late.
      if (brought > 0) {
        record(now - intended);
      }
      return;
    }
    statuses.merge(status, 1L, Long::sum);
    if (brought > 0) {
      units += brought;
      record(now - intended);
    }
  }

  void lost() {
    lost++;
  }

  /** It was due and nothing could be sent: it waited at least until now. */
  void unsent(long intended, long now) {
    unsent++;
    record(now - intended);
  }

  private void record(long nanos) {
    latencies.recordValue(Math.clamp(nanos, 0, LONGEST));
  }

  Measured measured() {
    return new Measured(end - start, units, statuses, latencies, lost, unsent);
  }
}
