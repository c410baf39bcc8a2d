package io.stockledger.api.location;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of place holds stock. */
public enum LocationKind {
  @JsonProperty("warehouse")
  WAREHOUSE,
  @JsonProperty("store")
  STORE,
  @JsonProperty("drop-ship")
  DROP_SHIP,
  @JsonProperty("virtual")
  VIRTUAL
}
