package io.stockledger.api.reservation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By what promises are told apart when they are counted. */
public enum PromiseGrouping {
  /** Through which they were made; those through none are a group too. */
  @JsonProperty("channel")
  CHANNEL,
  /** Where their lines are. A promise with lines in several places is in the group of each. */
  @JsonProperty("location")
  LOCATION,
  /** On which they were made, in UTC. */
  @JsonProperty("day")
  DAY
}
