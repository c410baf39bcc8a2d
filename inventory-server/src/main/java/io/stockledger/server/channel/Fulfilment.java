package io.stockledger.server.channel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the customer gets it. */
enum Fulfilment {
  @JsonProperty("delivery")
  DELIVERY,
  @JsonProperty("pickup")
  PICKUP
}
