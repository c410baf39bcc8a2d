package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a switch takes something away. */
public enum SwitchState {
  @JsonProperty("pulled")
  PULLED("pulled"),
  @JsonProperty("returned")
  RETURNED("returned");

  private final String word;

  SwitchState(String word) {
    this.word = word;
  }

  /** Its word on the face. */
  public String word() {
    return word;
  }
}
