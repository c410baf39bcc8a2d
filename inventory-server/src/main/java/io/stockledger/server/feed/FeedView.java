package io.stockledger.server.feed;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;

/** One scheduled feed. */
record FeedView(@JsonUnwrapped FeedCard card, long position, Instant asOf) implements View {
  @Override
  public String stamp() {
    return Integer.toHexString(card.hashCode());
  }
}
