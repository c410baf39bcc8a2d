package io.stockledger.server.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Room for so many at a time, those that came first before those that came later. Turning somebody
 * away costs nearly as much as serving him, so no more than one in ten is turned away while others
 * are served, and only who has waited for a while.
 */
final class WaitingRoom {
  private static final int SERVED_FOR_ONE_TURNED_AWAY = 10;

  private final Duration patience;
  private final Deadlines.Limit longest;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Visitor> waiting = new ArrayDeque<>();
  private int free;
  private int letIn;

  /**
   * @param since when he came, by {@link System#nanoTime()}
   * @param turn true when he is let in, false when he is turned away
   */
  private record Visitor(long since, CompletableFuture<Boolean> turn) {}

  /**
   * @param places at least 1
   * @param patience how long one waits before one may be turned away
   * @param longest after which one is turned away in any case
   */
  WaitingRoom(int places, Duration patience, Deadlines.Limit longest) {
    this.free = places;
    this.patience = patience;
    this.longest = longest;
  }

  /** Waits for a place. Whoever has got one must {@link #leave} it. */
  boolean enter() throws InterruptedException {
    Visitor visitor = freePlaceOrWait();
    if (visitor == null) {
      return true;
    }
    longest.watch(visitor.turn(), turn -> turn.complete(false));
    try {
      return visitor.turn().get();
    } catch (InterruptedException e) {
      if (!visitor.turn().complete(false) && visitor.turn().join()) {
        leave();
      }
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Visitor freePlaceOrWait() {
    lock.lock();
    try {
      if (free > 0) {
        free--;
        return null;
      }
      Visitor visitor = new Visitor(System.nanoTime(), new CompletableFuture<>());
      waiting.add(visitor);
      return visitor;
    } finally {
      lock.unlock();
    }
  }

  /** Gives the place to who has waited longest. */
  void leave() {
    lock.lock();
    try {
      if (!letNextIn()) {
        free++;
      } else if (++letIn % SERVED_FOR_ONE_TURNED_AWAY == 0) {
        turnNextAwayIfImpatient();
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many wait, those included who gave up since anybody left. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private boolean letNextIn() {
    for (Visitor next = waiting.poll(); next != null; next = waiting.poll()) {
      if (next.turn().complete(true)) {
        return true;
      }
    }
    return false;
  }

  private void turnNextAwayIfImpatient() {
    Visitor next = waiting.peek();
    if (next != null && System.nanoTime() - next.since() >= patience.toNanos()) {
      waiting.poll();
      next.turn().complete(false);
    }
  }
}
