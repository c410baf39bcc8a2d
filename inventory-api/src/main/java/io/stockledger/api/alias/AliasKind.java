package io.stockledger.api.alias;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an alias stands for. */
public enum AliasKind {
  @JsonProperty("location")
  LOCATION("location"),
  @JsonProperty("product")
  PRODUCT("product");

  private final String word;

  AliasKind(String word) {
    this.word = word;
  }

  /** Its word on the face. */
  public String word() {
    return word;
  }
}
