package io.stockledger.api.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** What announces supply: an order of ours, or the supplier's notice of what is on its way. */
public enum InboundKind {
  @JsonProperty("purchase-order")
  PURCHASE_ORDER("purchase-order"),
  @JsonProperty("asn")
  ASN("asn");

  private final String word;

  InboundKind(String word) {
    this.word = word;
  }

  /** The word for it in JSON. */
  public String word() {
    return word;
  }

  /**
   * @throws IllegalArgumentException when it is no word for a kind
   */
  public static InboundKind ofWord(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of inbound: " + word));
  }
}
