package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why units were counted: a part of the shelf in turn, or everything at once. */
public enum CountKind {
  @JsonProperty("cycle-count")
  CYCLE_COUNT,
  @JsonProperty("stock-taking")
  STOCK_TAKING
}
