package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a customer is told of an item, by name. Which one when: {@code docs/promises.md}. */
public enum OfferState {
  @JsonProperty("in-stock")
  IN_STOCK(true),
  /** So many are left, and the number is told. */
  @JsonProperty("only-n-left")
  ONLY_N_LEFT(true),
  @JsonProperty("last-item")
  LAST_ITEM(true),
  @JsonProperty("limited-availability")
  LIMITED_AVAILABILITY(true),
  /** None here, some within the distance that the rule names. */
  @JsonProperty("available-nearby")
  AVAILABLE_NEARBY(false),
  @JsonProperty("out-of-stock")
  OUT_OF_STOCK(false),
  /** None here, promised for a date. */
  @JsonProperty("on-backorder")
  ON_BACKORDER(true),
  /** Not out yet, promised for a date. */
  @JsonProperty("pre-order")
  PRE_ORDER(true),
  @JsonProperty("temporarily-unavailable")
  TEMPORARILY_UNAVAILABLE(false),
  /** The place never reported yet; its figures are what was put in. */
  @JsonProperty("syncing")
  SYNCING(true),
  /** Units are there, and it is not certain enough that the customer finds them on the shelf. */
  @JsonProperty("pickup-validation-pending")
  PICKUP_VALIDATION_PENDING(true),
  @JsonProperty("store-confirmation-required")
  STORE_CONFIRMATION_REQUIRED(true),
  /** The channel does not have it. */
  @JsonProperty("not-exposed")
  NOT_EXPOSED(false);

  private final boolean offered;

  OfferState(boolean offered) {
    this.offered = offered;
  }

  /** Whether units may be promised in it. */
  public boolean isOffered() {
    return offered;
  }
}
