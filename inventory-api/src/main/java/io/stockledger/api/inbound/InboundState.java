package io.stockledger.api.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far expected supply has come; the last two are closed and take nothing more. */
public enum InboundState {
  /** Units are still expected, and none came yet. */
  @JsonProperty("expected")
  EXPECTED("expected"),
  /** Some came, and more are still expected. */
  @JsonProperty("partly-received")
  PARTLY_RECEIVED("partly-received"),
  /** Some came, and nothing is expected any more. */
  @JsonProperty("received")
  RECEIVED("received"),
  /** None came, and nothing is expected any more. */
  @JsonProperty("cancelled")
  CANCELLED("cancelled");

  private final String word;

  InboundState(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public boolean isOpen() {
    return this == EXPECTED || this == PARTLY_RECEIVED;
  }

  /**
   * @param open units still expected
   * @param received units that came, in any condition
   */
  public static InboundState of(long open, long received) {
    if (open > 0) {
      return received > 0 ? PARTLY_RECEIVED : EXPECTED;
    }
    return received > 0 ? RECEIVED : CANCELLED;
  }
}
