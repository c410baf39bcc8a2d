package io.stockledger.benchmarks.inprocess;

import io.stockledger.benchmarks.load.Measured;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** One thread that keeps so and so many commands under way on a bus. */
final class BusLoad implements Measuring {
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
  private static final int CREATED = 201;
  private static final int REFUSED = 409;
  private static final int DIGITS = 3;
  private static final long SEED = 42;

  /** As a part of the time that counts. */
  private static final int LEAD_IN_PART = 5;

  private final Bus bus;
  private final int items;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private long next;
  private long carriedOut;

  BusLoad(Bus bus, int items) {
    this.bus = bus;
    this.items = items;
  }

  @Override
  public Measured measure(int underWay, Duration time) throws InterruptedException {
    long start = System.nanoTime() + time.toNanos() / LEAD_IN_PART;
    long end = start + time.toNanos();
    Semaphore free = new Semaphore(underWay);
    Counts counts = new Counts(start, end);
    while (System.nanoTime() - end < 0) {
      free.acquire();
      long asked = System.nanoTime();
      bus.reserve(
          random.nextInt(items),
          next++,
          good -> {
            counts.done(good, asked);
            free.release();
          });
    }
    free.acquire(underWay);
    carriedOut += counts.all.sum();
    return counts.measured();
  }

  @Override
  public long carriedOut() {
    return carriedOut;
  }

  @Override
  public void close() {
    bus.close();
  }

  private static final class Counts {
    private final long start;
    private final long end;
    private final LongAdder all = new LongAdder();
    private final LongAdder good = new LongAdder();
    private final LongAdder bad = new LongAdder();
    private final ConcurrentHistogram latencies = new ConcurrentHistogram(LONGEST, DIGITS);

    Counts(long start, long end) {
      this.start = start;
      this.end = end;
    }

    void done(boolean wasGood, long asked) {
      long now = System.nanoTime();
      if (!wasGood) {
        bad.increment();
        return;
      }
      all.increment();
      if (now - start >= 0 && now - end <= 0) {
        good.increment();
        latencies.recordValue(Math.min(now - asked, LONGEST));
      }
    }

    Measured measured() {
      TreeMap<Integer, Long> statuses = new TreeMap<>();
      statuses.put(CREATED, good.sum());
      if (bad.sum() > 0) {
        statuses.put(REFUSED, bad.sum());
      }
      return new Measured(end - start, good.sum(), statuses, latencies, 0, 0);
    }
  }
}
