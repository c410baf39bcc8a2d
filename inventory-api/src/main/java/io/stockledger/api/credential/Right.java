package io.stockledger.api.credential;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A right beside the roles. */
public enum Right {
  /** State counts and reversals from before the late window, as an importer must. */
  @JsonProperty("backdate")
  BACKDATE
}
