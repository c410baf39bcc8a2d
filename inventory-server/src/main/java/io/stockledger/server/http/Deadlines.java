package io.stockledger.server.http;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what is waited for too long, a little after its time. A timed wait of each request's own
 * wakes, once for every request, the thread that keeps the time of all virtual threads (ADR 0030);
 * so a request waits without a limit, and one thread looks now and then for whom it is too long.
 */
public final class Deadlines implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

  /** The most by which a wait is longer than its limit. */
  static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final List<Limit> limits = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("deadlines").factory());

  private final ScheduledFuture<?> looks;

  /** Begins to look. */
  public Deadlines() {
    long pause = BETWEEN_LOOKS.toMillis();
    looks = looking.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
  }

  /**
   * One for all waits that may last so long.
   *
   * @param longest not negative
   */
  public Limit limit(Duration longest) {
    Limit limit = new Limit(longest);
    limits.add(limit);
    return limit;
  }

  /** Whatever happens, it looks again. */
  private void look() {
    try {
      limits.forEach(limit -> limit.endWhatIsOver(System.nanoTime()));
    } catch (RuntimeException | Error e) {
      LOG.error("it cannot be looked for whom a wait is too long", e);
    }
  }

  /** Ends nothing any more. */
  @Override
  public void close() {
    looks.cancel(false);
    looking.shutdown();
  }

  /** How long something may last. */
  public static final class Limit {
    private final long nanos;
    private final Queue<Wait<?>> waits = new ConcurrentLinkedQueue<>();

    private Limit(Duration longest) {
      this.nanos = longest.toNanos();
    }

    private record Wait<T>(
        long deadline, CompletableFuture<T> awaited, Consumer<CompletableFuture<T>> end) {
      boolean isOver(long now) {
        return awaited.isDone() || (now - deadline >= 0 && ends());
      }

      private boolean ends() {
        try {
          end.accept(awaited);
        } catch (RuntimeException e) {
          LOG.error("a wait could not be ended", e);
        }
        return true;
      }
    }

    /**
     * From now on.
     *
     * @param end completes what is awaited, if it still is not complete
     */
    public <T> void watch(CompletableFuture<T> awaited, Consumer<CompletableFuture<T>> end) {
      if (!awaited.isDone()) {
        waits.add(new Wait<>(System.nanoTime() + nanos, awaited, end));
      }
    }

    /** What is complete is forgotten. */
    void endWhatIsOver(long now) {
      waits.removeIf(wait -> wait.isOver(now));
    }

    /** How many are watched, those included that were completed since the last look. */
    int watched() {
      return waits.size();
    }
  }
}
