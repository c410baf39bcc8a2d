package io.stockledger.outgoing.feed;

import org.jspecify.annotations.Nullable;

/** Port: how far scheduled feeds are, durably. */
public interface FeedStates {
  /** Null for one that never began. */
  @Nullable FeedState find(String feed);

  void save(String feed, FeedState state);
}
