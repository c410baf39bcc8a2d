package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What pulls a switch by itself, when it is at or above a threshold. */
public enum TriggerCondition {
  /**
   * Locations with a stale source among those within the scope that are expected to report, in per
   * cent.
   */
  @JsonProperty("stale-locations-per-cent")
  STALE_LOCATIONS_PER_CENT,
  /** Reserves refused for want of stock within the last minute. */
  @JsonProperty("refusals-per-minute")
  REFUSALS_PER_MINUTE,
  /** Open critical discrepancies within the scope. */
  @JsonProperty("critical-discrepancies")
  CRITICAL_DISCREPANCIES,
  /** By how many seconds a consumer of a channel's changes is behind. */
  @JsonProperty("consumer-lag-seconds")
  CONSUMER_LAG_SECONDS
}
