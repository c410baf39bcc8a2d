package io.stockledger.outgoing.stream;

import io.stockledger.outgoing.change.LoggedChange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One who follows a channel. It is written by the thread of its request, which first reads what was
 * before, and then waits for what the channel hands out. Who lets too much wait is dropped, and may
 * resume where it was.
 */
public final class ChangeStream implements AutoCloseable {
  private static final int PAGE = 500;

  private final ChangeStreams owner;
  private final Following channel;
  private final String channelId;
  private final Interest interest;
  private final Frames frames;
  private final int mostWaiting;
  private final Duration heartbeat;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Portion> waiting = new ArrayDeque<>();
  private int bytesWaiting;
  private volatile @Nullable String ending;
  private volatile @Nullable Instant behindSince;

  /** Up to here everything is written. */
  private volatile long after;

  ChangeStream(
      ChangeStreams owner,
      Following channel,
      String channelId,
      long after,
      Interest interest,
      Frames frames,
      StreamSettings settings) {
    this.owner = owner;
    this.channel = channel;
    this.channelId = channelId;
    this.after = after;
    this.interest = interest;
    this.frames = frames;
    this.mostWaiting = settings.mostWaiting();
    this.heartbeat = settings.heartbeat();
  }

  /**
   * Writes until the reader is gone, too slow or not allowed any more, or this node shuts down.
   *
   * @param allowed is asked with every heartbeat
   * @throws IOException when the reader is gone
   */
  public void writeTo(OutputStream out, BooleanSupplier allowed)
      throws IOException, InterruptedException {
    write(out, frames.following(after));
    catchUp(out);
    long spokeAt = System.nanoTime();
    long askedAt = spokeAt;
    while (true) {
      List<Portion> portions = take(spokeAt + heartbeat.toNanos() - System.nanoTime());
      String why = ending;
      boolean spoke = false;
      for (Portion portion : portions) {
        spoke |= send(out, portion);
      }
      if (why != null) {
        write(out, frames.ended(why, after));
        return;
      }
      if (spoke) {
        out.flush();
        spokeAt = System.nanoTime();
      } else if (System.nanoTime() - spokeAt >= heartbeat.toNanos()) {
        write(out, frames.alive(after));
        spokeAt = System.nanoTime();
      }
      if (System.nanoTime() - askedAt >= heartbeat.toNanos()) {
        if (!allowed.getAsBoolean()) {
          return;
        }
        askedAt = System.nanoTime();
      }
    }
  }

  /** Waits, and writes nothing, until there is something to be told, or the time is over. */
  public void awaitMore(Duration atMost) throws InterruptedException {
    long joinedAt = channel.join(this);
    if (joinedAt <= after || owner.read(channelId, after, 1).isEmpty()) {
      take(atMost.toNanos());
    }
  }

  /** Reads what was told before, joins, and reads what was told in between. */
  private void catchUp(OutputStream out) throws IOException, InterruptedException {
    boolean more = true;
    while (more && ending == null) {
      more = readOn(out, Long.MAX_VALUE);
    }
    long joinedAt = channel.join(this);
    while (after < joinedAt && ending == null && readOn(out, joinedAt)) {
      // until it has all that was handed out before it joined
    }
    behindSince = null;
  }

  /** Reads a page; false where there is none after it. */
  private boolean readOn(OutputStream out, long upTo) throws IOException, InterruptedException {
    List<LoggedChange> page = owner.read(channelId, after, PAGE);
    if (!owner.isKept(after)) {
      end("gone");
      return false;
    }
    List<LoggedChange> wanted = page.stream().filter(change -> change.id() <= upTo).toList();
    if (!wanted.isEmpty()) {
      Portion portion = new Portion(wanted, frames);
      behindSince = portion.since();
      if (send(out, portion)) {
        out.flush();
      }
    }
    return page.size() == PAGE && wanted.size() == PAGE;
  }

  private boolean send(OutputStream out, Portion portion) throws IOException {
    if (portion.upTo() <= after) {
      return false;
    }
    byte[] bytes = portion.bytes(interest, after);
    if (bytes.length > 0) {
      out.write(bytes);
    }
    after = portion.upTo();
    return bytes.length > 0;
  }

  private static void write(OutputStream out, byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** All that waits, or nothing when the time is over. */
  private List<Portion> take(long nanos) throws InterruptedException {
    long left = nanos;
    lock.lockInterruptibly();
    try {
      behindSince = null;
      while (waiting.isEmpty() && ending == null && left > 0) {
        left = changed.awaitNanos(left);
      }
      List<Portion> taken = new ArrayList<>(waiting);
      waiting.clear();
      bytesWaiting = 0;
      behindSince = taken.isEmpty() ? null : taken.getFirst().since();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Never waits for the reader. */
  void offer(Portion portion) {
    lock.lock();
    try {
      if (ending != null) {
        return;
      }
      if (bytesWaiting + portion.size() > mostWaiting && !waiting.isEmpty()) {
        waiting.clear();
        ending = "dropped";
      } else {
        waiting.add(portion);
        bytesWaiting += portion.size();
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Ends it as soon as its reader takes the last word. */
  void end(String why) {
    lock.lock();
    try {
      if (ending == null) {
        ending = why;
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Since when something waits that was not written; none where the reader has everything. */
  @Nullable Instant behindSince() {
    Instant under = behindSince;
    if (under != null) {
      return under;
    }
    lock.lock();
    try {
      return waiting.isEmpty() ? null : waiting.getFirst().since();
    } finally {
      lock.unlock();
    }
  }

  String channel() {
    return channelId;
  }

  @Override
  public void close() {
    channel.leave(this);
    owner.closed(this);
  }
}
