package io.stockledger.outgoing.change;

import java.time.Duration;
import java.util.List;

/** Port: the ledger, and those of its entries that are about many items at once. */
public interface Entries {
  /** An entry after which items are to be looked at anew. */
  record Happening(long position, Cause cause, Reach reach) {}

  /** The last position that this node has heard of. */
  long head();

  /** Waits until there is an entry beyond a position, or the time is over. */
  void awaitBeyond(long position, Duration atMost) throws InterruptedException;

  /** Those beyond a position, up to another one, in order. */
  List<Happening> between(long after, long upTo, int limit);
}
