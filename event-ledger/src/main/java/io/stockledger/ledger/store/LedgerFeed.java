package io.stockledger.ledger.store;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows how far the ledger has come and wakes those who wait for more: right after a commit of this
 * node, and after one of another node as soon as the database says so.
 */
public final class LedgerFeed {

  private static final Logger log = LoggerFactory.getLogger(LedgerFeed.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition advanced = lock.newCondition();
  private final Set<Runnable> callbacks = new CopyOnWriteArraySet<>();
  private volatile long head;

  /** The last position this node has heard of; 0 before anything was. Never goes back. */
  public long headPosition() {
    return head;
  }

  /**
   * Waits until the ledger has come beyond a position.
   *
   * @param atMost how long to wait; zero or less asks without waiting
   * @return the head, which is not beyond the position if the time is over
   */
  public long awaitBeyond(long position, Duration atMost) throws InterruptedException {
    if (head > position) {
      return head;
    }
    long nanos = TimeUnit.NANOSECONDS.convert(atMost);
    lock.lockInterruptibly();
    try {
      while (head <= position && nanos > 0) {
        nanos = advanced.awaitNanos(nanos);
      }
      return head;
    } finally {
      lock.unlock();
    }
  }

  /** The ledger has come to this position, durably. Older news is ignored. */
  public void advanceTo(long position) {
    if (position <= head) {
      return;
    }
    lock.lock();
    try {
      if (position <= head) {
        return;
      }
      head = position;
      advanced.signalAll();
    } finally {
      lock.unlock();
    }
    callbacks.forEach(LedgerFeed::call);
  }

  /** Calls back, quickly and on the thread that brings the news, whenever there is more to read. */
  Registration onAdvance(Runnable callback) {
    callbacks.add(callback);
    return () -> callbacks.remove(callback);
  }

  private static void call(Runnable callback) {
    try {
      callback.run();
    } catch (RuntimeException e) {
      log.debug("a reader that was woken did not want to know", e);
    }
  }
}
