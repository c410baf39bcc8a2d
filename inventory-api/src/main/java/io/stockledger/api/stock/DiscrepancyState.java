package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The life of a discrepancy. */
public enum DiscrepancyState {
  /** Nobody has settled it. */
  @JsonProperty("open")
  OPEN("open"),
  /** It was explained with a reason that only a manager closes. */
  @JsonProperty("awaiting-approval")
  AWAITING_APPROVAL("awaiting-approval"),
  /** Settled; it takes nothing more. */
  @JsonProperty("closed")
  CLOSED("closed");

  private final String word;

  DiscrepancyState(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
