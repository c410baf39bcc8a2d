package io.stockledger.outgoing.change;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells channels what changed for them, on one node at a time: it follows the ledger, the clock and
 * what is looked at in the background, and writes every difference to the log. While no channel was
 * put, it touches no table.
 */
public final class Announcer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final Duration SOON = Duration.ofMillis(10);
  private static final Duration REST = Duration.ofMillis(500);
  private static final Duration FORGET_EVERY = Duration.ofMinutes(1);

  /** In the background the pause is so many times as long as the step before it. */
  private static final int RESTS = 2;

  private final Steps steps;
  private final Leadership leadership;
  private final Entries entries;
  private final ChangeSettings settings;
  private final Runnable told;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private long followedAt;
  private long goOnAt;
  private long forgetAt;
  private long lastTold;

  /**
   * @param told is run whenever the log has grown; quickly
   */
  public Announcer(
      Steps steps, Leadership leadership, Entries entries, ChangeSettings settings, Runnable told) {
    this.steps = steps;
    this.leadership = leadership;
    this.entries = entries;
    this.settings = settings;
    this.told = told;
    this.thread = Thread.ofPlatform().name("announcer").daemon().unstarted(this::run);
    long now = System.nanoTime();
    this.followedAt = now;
    this.goOnAt = now;
    this.forgetAt = now;
  }

  public void start() {
    thread.start();
  }

  private void run() {
    while (isOpen()) {
      try {
        if (!steps.hasChannels() || !leadership.isOurs()) {
          rest(REST);
        } else if (!round()) {
          awaitMore();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (isOpen()) {
          LOG.warn("channels are not told of changes now, will try again: {}", e.toString());
          LOG.debug("because of", e);
          restQuietly();
        }
      }
    }
  }

  /**
   * One of each step that is due.
   *
   * @return whether there is more to do at once
   */
  private boolean round() {
    boolean more = isDue(followedAt) && follow();
    more |= steps.passTime();
    if (isDue(goOnAt)) {
      long began = System.nanoTime();
      if (steps.goOn()) {
        long took = System.nanoTime() - began;
        goOnAt = System.nanoTime() + pauseAfter(took);
      } else {
        goOnAt = System.nanoTime() + LOOK_AGAIN.toNanos();
      }
    }
    if (isDue(forgetAt) && !steps.forget()) {
      forgetAt = System.nanoTime() + FORGET_EVERY.toNanos();
    }
    if (steps.lastChange() > lastTold) {
      lastTold = steps.lastChange();
      told.run();
    }
    return more;
  }

  /** A step that took long has waited for others; that is no reason to be late for all. */
  private long pauseAfter(long took) {
    return Math.max(Math.min(RESTS * took, REST.toNanos()), settings.rest().toNanos());
  }

  private boolean follow() {
    boolean more = steps.follow();
    if (!more) {
      followedAt = System.nanoTime() + settings.atMostEvery().toNanos();
    }
    return more;
  }

  private static boolean isDue(long moment) {
    return System.nanoTime() - moment >= 0;
  }

  /** Until there is a new entry, or a step is due; what the tables do not have yet comes soon. */
  private void awaitMore() throws InterruptedException {
    long now = System.nanoTime();
    if (entries.head() > steps.position()) {
      rest(Duration.ofNanos(Math.max(followedAt - now, SOON.toNanos())));
    } else {
      long untilTask = Math.max(goOnAt - now, SOON.toNanos());
      entries.awaitBeyond(
          steps.position(), Duration.ofNanos(Math.min(untilTask, LOOK_AGAIN.toNanos())));
    }
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void rest(Duration duration) throws InterruptedException {
    if (closing.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
      LOG.debug("closing");
    }
  }

  private void restQuietly() {
    try {
      rest(REST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }

  /** Ends after the step that is under way; another node may take over at once. */
  @Override
  public void close() {
    closing.countDown();
    try {
      if (thread.isAlive() && !thread.join(Duration.ofSeconds(5))) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    leadership.close();
  }
}
