package io.stockledger.projections.running;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * How far each projection is. Progress of this node's processors is known at once; that of other
 * nodes is read from the table of tokens while somebody waits for it.
 */
public final class ProjectionPositions {
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

  private final JdbcOperations jdbc;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition progress = lock.newCondition();

  /** By projection, then by segment. */
  private final Map<String, Map<Integer, Long>> known = new HashMap<>();

  public ProjectionPositions(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Up to where everything is folded, as the database says; 0 before the projection began. */
  public long position(String projection) {
    read(projection);
    return lowest(projection);
  }

  /**
   * Waits until a projection has folded everything up to a position.
   *
   * @return false when that did not come about in time
   */
  public boolean await(String projection, long position, Duration patience)
      throws InterruptedException {
    if (lowest(projection) >= position) {
      return true;
    }
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      read(projection);
      if (lowest(projection) >= position) {
        return true;
      }
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      if (awaitHere(projection, position, Math.min(left, POLL_NANOS))) {
        return true;
      }
    }
  }

  /** Called after commit by this node's own processors. */
  void reached(String projection, int segment, long position) {
    lock.lock();
    try {
      known.computeIfAbsent(projection, p -> new HashMap<>()).merge(segment, position, Math::max);
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean awaitHere(String projection, long position, long nanos)
      throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (left > 0 && lowest(projection) < position) {
        left = progress.awaitNanos(left);
      }
      return lowest(projection) >= position;
    } finally {
      lock.unlock();
    }
  }

  /** A segment of which nothing was read yet makes this 0: one row alone proves nothing. */
  private long lowest(String projection) {
    lock.lock();
    try {
      Map<Integer, Long> segments = known.getOrDefault(projection, Map.of());
      return segments.containsKey(ALL_READ)
          ? segments.values().stream().mapToLong(Long::longValue).min().orElse(0)
          : 0;
    } finally {
      lock.unlock();
    }
  }

  /** A mark among the segments: their set was read from the database at least once. */
  private static final Integer ALL_READ = -1;

  private void read(String projection) {
    Map<Integer, Long> read = new HashMap<>();
    jdbc.query(
        "select segment, position from progress where projection = ?",
        row -> {
          read.put(row.getInt("segment"), row.getLong("position"));
        },
        projection);
    if (read.isEmpty()) {
      return;
    }
    lock.lock();
    try {
      Map<Integer, Long> segments = known.computeIfAbsent(projection, p -> new HashMap<>());
      read.forEach((segment, position) -> segments.merge(segment, position, Math::max));
      segments.put(ALL_READ, Long.MAX_VALUE);
    } finally {
      lock.unlock();
    }
  }
}
