package io.stockledger.ledger.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * One reader's way through the ledger. Asks the database only when the feed says that there is more
 * and the memory of this node does not have it.
 */
final class LedgerEventStream implements TrackingEventStream {

  private static final Duration FOREVER = Duration.ofDays(1);

  private final StoredEntries stored;
  private final LedgerFeed feed;
  private final int batchSize;
  private final Deque<TrackedEventMessage<?>> fetched = new ArrayDeque<>();
  private long position;
  private @Nullable Registration callback;

  LedgerEventStream(StoredEntries stored, LedgerFeed feed, long position, int batchSize) {
    this.stored = stored;
    this.feed = feed;
    this.position = position;
    this.batchSize = batchSize;
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    return fetch() ? Optional.of(fetched.getFirst()) : Optional.empty();
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + unit.toNanos(timeout);
    while (!fetch()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      feed.awaitShownBeyond(position, Duration.ofNanos(left));
    }
    return true;
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (!fetch()) {
      feed.awaitShownBeyond(position, FOREVER);
    }
    return fetched.removeFirst();
  }

  private boolean fetch() {
    if (fetched.isEmpty() && feed.shownPosition() > position) {
      List<TrackedEventMessage<?>> recent = feed.recent().after(position, batchSize);
      if (recent.isEmpty()) {
        fetchStored();
      } else {
        fetched.addAll(recent);
        position += recent.size();
      }
    }
    return !fetched.isEmpty();
  }

  /** Upcasters may drop every event of a batch: then there is more to fetch. */
  private void fetchStored() {
    while (fetched.isEmpty() && feed.shownPosition() > position) {
      StoredEntries.Part part = stored.after(position, feed.shownPosition());
      if (part.upTo() == position) {
        return;
      }
      fetched.addAll(part.messages());
      position = part.upTo();
    }
  }

  @Override
  public boolean setOnAvailableCallback(Runnable onAvailable) {
    close();
    callback = feed.onAdvance(onAvailable);
    return true;
  }

  @Override
  public void close() {
    if (callback != null) {
      callback.cancel();
      callback = null;
    }
  }
}
