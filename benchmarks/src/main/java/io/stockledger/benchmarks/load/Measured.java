package io.stockledger.benchmarks.load;

import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What a stretch of load came to.
 *
 * @param nanos how long was measured
 * @param units acknowledged units of work within that time
 * @param statuses answers within that time by HTTP status
 * @param latencies of acknowledged answers, nanoseconds; in an open loop from when the request was
 *     due, and with those that were never answered, as if answered at the end
 * @param lost requests whose connection broke, also after that time
 * @param unsent arrivals for which no connection was free until the end
 */
public record Measured(
    long nanos,
    long units,
    SortedMap<Integer, Long> statuses,
    Histogram latencies,
    long lost,
    long unsent) {

  public double perSecond() {
    return units * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
  }

  /**
   * @param percentile from 0 to 100
   */
  public double millis(double percentile) {
    return latencies.getValueAtPercentile(percentile) / 1e6;
  }

  /** Answers with this status. */
  public long answered(int status) {
    return statuses.getOrDefault(status, 0L);
  }

  public long answered() {
    return statuses.values().stream().mapToLong(Long::longValue).sum();
  }
}
