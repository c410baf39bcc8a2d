package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a switch takes away, the least first. */
public enum SwitchLevel {
  /** Figures become bands; what is there is still offered. */
  @JsonProperty("soft")
  SOFT,
  /** Nothing is shown and nothing is offered. */
  @JsonProperty("hidden")
  HIDDEN
}
