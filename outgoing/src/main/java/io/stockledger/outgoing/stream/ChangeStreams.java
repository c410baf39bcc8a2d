package io.stockledger.outgoing.stream;

import io.stockledger.outgoing.change.ChangeLog;
import io.stockledger.outgoing.change.ConsumerLag;
import io.stockledger.outgoing.change.LoggedChange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * All who follow channels on this node. The log is read once for each channel, and what is read is
 * made into bytes once, for all of them.
 */
public final class ChangeStreams implements ConsumerLag, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeStreams.class);
  private static final int PAGE = 1_000;

  /** Of those who resume, so many read at a time. */
  private static final int READERS = 3;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
  private static final Duration REST = Duration.ofMillis(500);

  private final ChangeLog log;
  private final StreamSettings settings;
  private final InstantSource clock;
  private final Frames frames;
  private final Semaphore readers = new Semaphore(READERS, true);
  private final Map<String, Following> channels = new ConcurrentHashMap<>();
  private final Set<ChangeStream> streams = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private boolean closed;
  private boolean woken;

  public ChangeStreams(
      ChangeLog log, StreamSettings settings, JsonMapper json, InstantSource clock) {
    this.log = log;
    this.settings = settings;
    this.clock = clock;
    this.frames = new Frames(json);
    this.thread = Thread.ofPlatform().name("change-streams").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /**
   * Opens a stream, which is to be closed.
   *
   * @param after the last change that is known, not beyond the end of the log; none to follow from
   *     now on
   * @throws TooManyStreams when there is no room for it
   */
  public ChangeStream open(String channel, @Nullable Long after, Interest interest) {
    long end = log.end();
    synchronized (this) {
      if (closed || streams.size() >= settings.mostStreams()) {
        throw new TooManyStreams(closed ? "shutting down" : "no room");
      }
      Following following = channels.computeIfAbsent(channel, c -> new Following(end));
      ChangeStream stream =
          new ChangeStream(
              this, following, channel, after == null ? end : after, interest, frames, settings);
      streams.add(stream);
      notifyAll();
      return stream;
    }
  }

  synchronized void closed(ChangeStream stream) {
    streams.remove(stream);
    if (streams.stream().noneMatch(other -> other.channel().equals(stream.channel()))) {
      channels.remove(stream.channel());
    }
  }

  /** How many are open. */
  public int open() {
    return streams.size();
  }

  /** There may be something new. */
  public synchronized void wake() {
    woken = true;
    notifyAll();
  }

  private void run() {
    long handedOut = System.nanoTime() - settings.atMostEvery().toNanos();
    while (true) {
      try {
        if (!awaitNews(handedOut)) {
          return;
        }
        if (handOut()) {
          handedOut = System.nanoTime();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("changes are not handed out now, will try again: {}", e.toString());
        rest();
      }
    }
  }

  /** Until there may be news, and the last portion is some time ago; false when it is over. */
  private synchronized boolean awaitNews(long handedOut) throws InterruptedException {
    long until = System.nanoTime() + LOOK_AGAIN.toNanos();
    long earliest = handedOut + settings.atMostEvery().toNanos();
    while (!closed) {
      long now = System.nanoTime();
      boolean early = earliest - now > 0;
      if (!early && !streams.isEmpty() && (woken || until - now <= 0)) {
        break;
      }
      if (streams.isEmpty()) {
        wait();
      } else {
        long nanos = Math.max(1, early ? earliest - now : until - now);
        wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
      }
    }
    woken = false;
    return !closed;
  }

  /** Whether anybody was handed anything. */
  private boolean handOut() {
    long end = log.end();
    boolean any = false;
    for (Map.Entry<String, Following> each : channels.entrySet()) {
      any |= handOut(each.getKey(), each.getValue(), end);
    }
    return any;
  }

  private boolean handOut(String channel, Following following, long end) {
    boolean any = false;
    while (following.handedOut() < end) {
      List<LoggedChange> page = log.after(channel, following.handedOut(), PAGE);
      if (!page.isEmpty()) {
        following.handOut(new Portion(page, frames));
        any = true;
      }
      if (page.size() < PAGE) {
        following.reached(end);
      }
    }
    return any;
  }

  /** A page of the log, for those who resume; they take turns. */
  List<LoggedChange> read(String channel, long after, int limit) throws InterruptedException {
    readers.acquire();
    try {
      return log.after(channel, after, limit);
    } finally {
      readers.release();
    }
  }

  /** Whether nothing is missing beyond a place. */
  boolean isKept(long after) {
    return log.begin() <= after;
  }

  @Override
  public long secondsBehind(String channel) {
    Instant now = clock.instant();
    return streams.stream()
        .filter(stream -> stream.channel().equals(channel))
        .map(ChangeStream::behindSince)
        .filter(Objects::nonNull)
        .mapToLong(since -> Math.max(0, Duration.between(since, now).toSeconds()))
        .max()
        .orElse(0);
  }

  private static void rest() {
    try {
      Thread.sleep(REST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends all streams; each tells its reader where to resume. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    streams.forEach(stream -> stream.end("closing"));
  }
}
