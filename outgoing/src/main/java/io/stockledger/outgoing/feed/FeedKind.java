package io.stockledger.outgoing.feed;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a file tells. */
public enum FeedKind {
  /** All that the channel offers; what is not in it is not offered. */
  @JsonProperty("full")
  FULL("full"),
  /** What changed; what is not in it is as it was. */
  @JsonProperty("incremental")
  INCREMENTAL("incremental");

  private final String word;

  FeedKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
