package io.stockledger.promise.replay;

import io.stockledger.api.channel.OfferState;
import io.stockledger.promise.Promise;
import org.jspecify.annotations.Nullable;

/**
 * What of an item a channel showed at a moment.
 *
 * @param why the row of the decision table
 * @param sellable units that could be reserved through the channel
 * @param shown the figure that a customer was told; absent where only the state was
 */
public record Played(OfferState state, String why, long sellable, @Nullable Long shown) {
  static Played of(Promise promise) {
    return new Played(promise.state(), promise.why(), promise.sellable(), promise.shown());
  }
}
