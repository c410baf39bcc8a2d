package io.stockledger.outgoing.change;

import java.time.Duration;

/**
 * How changes are announced.
 *
 * @param kept for how long they stay in the log
 * @param itemsAtATime so many items are looked at in one transaction
 * @param atMostEvery two looks at what moved are so far apart, unless there is more than one look
 *     takes; what an item went through in between is one change
 * @param rest between two steps of background tasks, at least; and twice as long as the step took,
 *     up to half a second
 */
public record ChangeSettings(Duration kept, int itemsAtATime, Duration atMostEvery, Duration rest) {
  public static final ChangeSettings DEFAULT =
      new ChangeSettings(Duration.ofDays(7), 500, Duration.ofMillis(50), Duration.ofMillis(25));

  public ChangeSettings {
    if (!kept.isPositive() || itemsAtATime < 1) {
      throw new IllegalArgumentException("changes are kept for a while, and found by 1 or more");
    }
  }

  /** Fewer where each is looked at for many channels, but enough to be worth a transaction. */
  int itemsAtATime(int channels) {
    return Math.max(itemsAtATime / Math.max(1, channels), Math.ceilDiv(itemsAtATime, 10));
  }

  public ChangeSettings kept(Duration other) {
    return new ChangeSettings(other, itemsAtATime, atMostEvery, rest);
  }
}
