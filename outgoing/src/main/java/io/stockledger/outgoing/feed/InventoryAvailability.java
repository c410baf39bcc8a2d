package io.stockledger.outgoing.feed;

import io.stockledger.api.channel.OfferState;

/**
 * The four words that Google's local inventory data has for the stock of a product in a store.
 * Which state of an offer is which of them: {@code docs/operations.md}, "Feeds".
 */
enum InventoryAvailability {
  IN_STOCK("in stock"),
  /** It is there, but few of it, or not certain enough to send somebody for it unasked. */
  LIMITED_AVAILABILITY("limited availability"),
  /** Nobody can take one along; it is ordered in the store, for a date. */
  ON_DISPLAY_TO_ORDER("on display to order"),
  OUT_OF_STOCK("out of stock");

  private final String word;

  InventoryAvailability(String word) {
    this.word = word;
  }

  /** As it stands in a file. */
  String word() {
    return word;
  }

  static InventoryAvailability of(OfferState state) {
    return switch (state) {
      case IN_STOCK -> IN_STOCK;
      case ONLY_N_LEFT,
          LAST_ITEM,
          LIMITED_AVAILABILITY,
          SYNCING,
          PICKUP_VALIDATION_PENDING,
          STORE_CONFIRMATION_REQUIRED ->
          LIMITED_AVAILABILITY;
      case ON_BACKORDER, PRE_ORDER -> ON_DISPLAY_TO_ORDER;
      case OUT_OF_STOCK, AVAILABLE_NEARBY, TEMPORARILY_UNAVAILABLE, NOT_EXPOSED -> OUT_OF_STOCK;
    };
  }
}
