package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.load.StreamReaders.Announced;
import io.stockledger.benchmarks.load.StreamReaders.Arrival;
import io.stockledger.benchmarks.stage.FreshDatabase;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * From when the ledger recorded a change until the last reader had it. Where an item changed twice
 * between two announcements, the first change counts until the announcement of the second.
 */
final class ReaderLag {
  private static final long LONGEST = TimeUnit.MINUTES.toMicros(10);

  private final Map<Announced, Arrival> arrivals;
  private final int streams;
  private final long fromMicros;
  private final Histogram lag = new Histogram(LONGEST, 3);

  /** By item: when the last reader had an entry that came later, or that one itself. */
  private final Map<Long, Long> later = new HashMap<>();

  private long changes;
  private long joined;
  private long missing;
  private long partly;

  private ReaderLag(Map<Announced, Arrival> arrivals, int streams, long fromMicros) {
    this.arrivals = arrivals;
    this.streams = streams;
    this.fromMicros = fromMicros;
  }

  /**
   * @param after only entries behind this position
   * @param fromMicros only waits of entries that were recorded from then on, microseconds since
   *     1970
   */
  static ReaderLag of(
      Map<Announced, Arrival> arrivals,
      int streams,
      FreshDatabase database,
      long after,
      long fromMicros)
      throws SQLException {
    ReaderLag lag = new ReaderLag(arrivals, streams, fromMicros);
    database.texts(
        """
        select concat_ws(' ', substring(stream from '[0-9]+$'), version,
                         (extract(epoch from recorded_at) * 1000000)::bigint)
          from ledger.event
         where type = 'stock.reserved' and position > %d
         order by position desc
        """
            .formatted(after),
        lag::entry);
    return lag;
  }

  /** The newest first. */
  private void entry(String text) {
    String[] words = text.split(" ", -1);
    long item = Long.parseLong(words[0]);
    long recordedAt = Long.parseLong(words[2]);
    changes++;
    Arrival arrival = arrivals.get(new Announced(item, Long.parseLong(words[1])));
    if (arrival != null) {
      partly += arrival.readers() == streams ? 0 : 1;
      later.put(item, arrival.lastAt());
    } else {
      joined++;
    }
    Long seenAt = later.get(item);
    if (seenAt == null) {
      missing++;
    } else if (recordedAt >= fromMicros) {
      lag.recordValue(Math.clamp(seenAt - recordedAt, 0, LONGEST));
    }
  }

  double millis(double percentile) {
    return lag.getValueAtPercentile(percentile) / 1e3;
  }

  /** Whether each reader was told of each change, by itself or with a later one, and once. */
  boolean isComplete() {
    return changes > 0 && missing == 0 && partly == 0;
  }

  @Override
  public String toString() {
    return "%,d changes, %,d of them told with a later one, %,d not told, %,d not told once to each"
        .formatted(changes, joined, missing, partly);
  }
}
