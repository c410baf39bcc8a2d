package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** The condition of units that are physically there. Only good ones can be promised. */
public enum Condition {
  @JsonProperty("good")
  GOOD("good"),
  @JsonProperty("damaged")
  DAMAGED("damaged"),
  @JsonProperty("quarantine")
  QUARANTINE("quarantine"),
  @JsonProperty("non-sellable")
  NON_SELLABLE("non-sellable");

  private final String word;

  Condition(String word) {
    this.word = word;
  }

  /** The word for it in JSON. */
  public String word() {
    return word;
  }

  public static Optional<Condition> ofWord(String word) {
    return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
  }

  @Override
  public String toString() {
    return word;
  }
}
