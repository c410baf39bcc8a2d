package io.stockledger.ledger.store;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows how far the ledger has come and wakes those who wait for more: right after a commit of this
 * node, and after one of another node as soon as the database says so.
 *
 * <p>Streams are shown new entries at intervals: at once after a silence, and under load so many at
 * a time that a reader's transaction is worth its while.
 */
public final class LedgerFeed {

  private static final Logger log = LoggerFactory.getLogger(LedgerFeed.class);

  private static final Duration LONG_AGO = Duration.ofDays(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition advanced = lock.newCondition();
  private final Set<Runnable> callbacks = new CopyOnWriteArraySet<>();
  private final Set<CommitHearer> hearers = new CopyOnWriteArraySet<>();
  private final RecentEvents recent = new RecentEvents();
  private final long intervalNanos;
  private volatile long head;
  private volatile long shown;
  private volatile long lookedAt;
  private long shownAt;
  private boolean showingLater;

  /** Shows everything at once. */
  public LedgerFeed() {
    this(Duration.ZERO);
  }

  /**
   * @param interval between two showings to streams, at least
   */
  public LedgerFeed(Duration interval) {
    this.intervalNanos = interval.toNanos();
    this.shownAt = System.nanoTime() - intervalNanos;
    this.lookedAt = System.nanoTime() - LONG_AGO.toNanos();
  }

  /** The last position this node has heard of; 0 before anything was. Never goes back. */
  public long headPosition() {
    return head;
  }

  /** The last position that streams may read by now. */
  long shownPosition() {
    return shown;
  }

  /** What this node committed last, in memory. */
  RecentEvents recent() {
    return recent;
  }

  /**
   * Waits until the ledger has come beyond a position.
   *
   * @param atMost how long to wait; zero or less asks without waiting
   * @return the head, which is not beyond the position if the time is over
   */
  public long awaitBeyond(long position, Duration atMost) throws InterruptedException {
    return await(() -> head, position, atMost);
  }

  /** The same for what streams are shown. */
  long awaitShownBeyond(long position, Duration atMost) throws InterruptedException {
    return await(() -> shown, position, atMost);
  }

  private long await(LongSupplier reached, long position, Duration atMost)
      throws InterruptedException {
    if (reached.getAsLong() > position) {
      return reached.getAsLong();
    }
    long nanos = TimeUnit.NANOSECONDS.convert(atMost);
    lock.lockInterruptibly();
    try {
      while (reached.getAsLong() <= position && nanos > 0) {
        nanos = advanced.awaitNanos(nanos);
      }
      return reached.getAsLong();
    } finally {
      lock.unlock();
    }
  }

  /**
   * This node has committed these behind a position.
   *
   * @param rows as they were written, one for each event
   */
  public void committed(long before, List<? extends EventMessage<?>> events, List<EventRow> rows) {
    recent.add(before, events, rows);
    if (!rows.isEmpty()) {
      hearers.forEach(hearer -> tell(hearer, before, rows));
    }
    advanceTo(before + rows.size());
  }

  /** Tells of every commit of this node; of those of others tells {@link #headPosition}. */
  public Registration onCommit(CommitHearer hearer) {
    hearers.add(hearer);
    return () -> hearers.remove(hearer);
  }

  private static void tell(CommitHearer hearer, long before, List<EventRow> rows) {
    try {
      hearer.committed(before, rows);
    } catch (RuntimeException e) {
      log.warn("somebody could not be told of a commit", e);
    }
  }

  /**
   * Somebody has looked where the ledger is.
   *
   * @param askedAt {@link System#nanoTime} from before the question
   */
  void looked(long position, long askedAt) {
    advanceTo(position);
    lookedAt = askedAt;
  }

  /** When the database was last asked where the ledger is: up to then the head is no older. */
  public long lookedAt() {
    return lookedAt;
  }

  /** The ledger has come to this position, durably. Older news is ignored. */
  public void advanceTo(long position) {
    if (position <= head) {
      return;
    }
    long wait;
    lock.lock();
    try {
      if (position <= head) {
        return;
      }
      head = position;
      advanced.signalAll();
      if (showingLater) {
        return;
      }
      wait = shownAt + intervalNanos - System.nanoTime();
      showingLater = wait > 0;
    } finally {
      lock.unlock();
    }
    if (wait > 0) {
      CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS).execute(this::show);
    } else {
      show();
    }
  }

  private void show() {
    lock.lock();
    try {
      shown = head;
      shownAt = System.nanoTime();
      showingLater = false;
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
