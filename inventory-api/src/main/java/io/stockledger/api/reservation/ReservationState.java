package io.stockledger.api.reservation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The life of a promise; the last three are closed and take nothing more. */
public enum ReservationState {
  @JsonProperty("pending")
  PENDING("pending"),
  @JsonProperty("allocated")
  ALLOCATED("allocated"),
  @JsonProperty("picked")
  PICKED("picked"),
  @JsonProperty("released")
  RELEASED("released"),
  @JsonProperty("expired")
  EXPIRED("expired");

  private final String word;

  ReservationState(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public boolean isOpen() {
    return this == PENDING || this == ALLOCATED;
  }
}
