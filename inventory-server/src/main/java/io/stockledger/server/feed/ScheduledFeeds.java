package io.stockledger.server.feed;

import io.stockledger.outgoing.feed.ScheduledFeed;
import java.util.List;

/** The feeds that this node is set to write. */
public record ScheduledFeeds(List<ScheduledFeed> feeds) {
  public ScheduledFeeds {
    feeds = List.copyOf(feeds);
  }
}
