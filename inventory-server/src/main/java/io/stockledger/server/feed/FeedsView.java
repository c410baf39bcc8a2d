package io.stockledger.server.feed;

import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;

/** The scheduled feeds of this node, in the order of its settings. */
record FeedsView(List<FeedCard> items, long position, Instant asOf) implements View {
  @Override
  public String stamp() {
    return items.size() + "-" + Integer.toHexString(items.hashCode());
  }
}
