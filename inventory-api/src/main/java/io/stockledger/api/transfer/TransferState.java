package io.stockledger.api.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The life of a transfer; the last three are closed and take nothing more. */
public enum TransferState {
  /** Set aside at the origin; nothing left it yet. */
  @JsonProperty("requested")
  REQUESTED("requested"),
  /** Something left, and something is still to leave or to arrive. */
  @JsonProperty("in-transit")
  IN_TRANSIT("in-transit"),
  /** Nothing is to leave or to arrive any more, and something arrived. */
  @JsonProperty("received")
  RECEIVED("received"),
  /** Nothing ever left, and nothing will. */
  @JsonProperty("cancelled")
  CANCELLED("cancelled"),
  /** What was under way was written off when it was closed, or nothing of it ever arrived. */
  @JsonProperty("closed")
  CLOSED("closed");

  private final String word;

  TransferState(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public boolean isOpen() {
    return this == REQUESTED || this == IN_TRANSIT;
  }

  /**
   * The state that follows from what became of the units.
   *
   * @param open something is set aside or in transit
   * @param dispatched something ever left
   * @param received something ever arrived
   * @param writtenOff something was written off when the transfer was closed
   */
  public static TransferState of(
      boolean open, boolean dispatched, boolean received, boolean writtenOff) {
    if (open) {
      return dispatched ? IN_TRANSIT : REQUESTED;
    }
    if (!dispatched) {
      return CANCELLED;
    }
    return received && !writtenOff ? RECEIVED : CLOSED;
  }
}
