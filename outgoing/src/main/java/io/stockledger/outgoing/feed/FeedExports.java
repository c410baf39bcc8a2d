package io.stockledger.outgoing.feed;

import io.stockledger.outgoing.change.Leadership;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes scheduled feeds when they are due, on one node at a time. */
public final class FeedExports implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedExports.class);

  /** "feedfile", in numbers that nobody else uses: the lock of the database for who writes. */
  public static final long LOCK = 0x6665_6564_6669_6c65L;

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final List<ScheduledFeed> feeds;
  private final FeedExport export;
  private final Leadership leadership;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  public FeedExports(List<ScheduledFeed> feeds, FeedExport export, Leadership leadership) {
    this.feeds = List.copyOf(feeds);
    this.export = export;
    this.leadership = leadership;
    this.thread = Thread.ofPlatform().name("feed-exports").daemon().unstarted(this::run);
  }

  /** Does nothing where there are no feeds. */
  public void start() {
    if (!feeds.isEmpty()) {
      thread.start();
    }
  }

  private void run() {
    try {
      while (isOpen()) {
        if (!round() && closing.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("closing", e);
    }
  }

  private boolean round() {
    boolean more = false;
    for (ScheduledFeed feed : feeds) {
      try {
        more |= goesOn() && export.step(feed, this::goesOn);
      } catch (RuntimeException e) {
        LOG.warn("feed {} is not looked at now, will try again: {}", feed.id(), e.toString());
        LOG.debug("because of", e);
      }
    }
    return more;
  }

  private boolean goesOn() {
    return isOpen() && leadership.isOurs();
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  /** Ends soon: a file that is not complete is left, and written by who comes next. */
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
