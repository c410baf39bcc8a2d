package io.stockledger.api.device;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a device's line. */
public enum LineOutcome {
  /** As it was told. */
  @JsonProperty("applied")
  APPLIED("applied"),
  /** It was impossible by the book, and was taken as a fact as far as the book has it. */
  @JsonProperty("stated")
  STATED("stated"),
  /** It can never be a fact; nothing happened to an item, and the line is kept for operators. */
  @JsonProperty("refused")
  REFUSED("refused"),
  /** It lies ahead of a gap and waits for what is missing. */
  @JsonProperty("waiting")
  WAITING("waiting"),
  /** It came before. */
  @JsonProperty("known")
  KNOWN("known"),
  /** Its sequence came before with other content; nothing happened, and the line is kept. */
  @JsonProperty("reused")
  REUSED("reused");

  private final String word;

  LineOutcome(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
