package io.stockledger.outgoing.feed;

import org.jspecify.annotations.Nullable;

/** Port: the channels that somebody put. */
public interface FeedChannels {
  /** One of them; null where nobody put it. */
  @Nullable FeedChannel find(String channel);
}
