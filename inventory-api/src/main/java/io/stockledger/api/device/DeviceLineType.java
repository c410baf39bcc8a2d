package io.stockledger.api.device;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a device may have recorded while it was offline. */
public enum DeviceLineType {
  @JsonProperty("receive")
  RECEIVE,
  @JsonProperty("pick")
  PICK,
  @JsonProperty("return")
  RETURN,
  @JsonProperty("adjust")
  ADJUST,
  @JsonProperty("count")
  COUNT,
  @JsonProperty("condition")
  CONDITION
}
