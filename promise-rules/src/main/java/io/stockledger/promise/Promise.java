package io.stockledger.promise;

import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.Offered;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a channel may promise of an item, and how sure that is.
 *
 * @param sellable units that may be promised now; what a reserve is guarded by. 0 in a state that
 *     is not offered
 * @param shown the figure that a customer may be told: units that are there, and only where there
 *     are none those that may be promised beyond; absent where only the state is told
 * @param left the number in {@code only-n-left} and {@code last-item}
 * @param why which row of the decision table gave the state, such as {@code switch} or {@code
 *     stale-source}
 * @param on the date of a backorder, a pre-order or, where there is none, of the next arrival
 * @param switchId the switch that took something away, absent where none did
 * @param validUntil up to when it holds if nothing is recorded; absent for ever
 */
public record Promise(
    OfferState state,
    String why,
    long sellable,
    @Nullable Long shown,
    @Nullable Long left,
    @Nullable LocalDate on,
    Freshness freshness,
    Confidence confidence,
    Pickup pickup,
    Arithmetic arithmetic,
    Terms terms,
    @Nullable String switchId,
    @Nullable Instant validUntil) {

  /** What of it the channel sees. */
  public Offered offered() {
    return new Offered(state, shown, left, on, pickup.possible());
  }

  /** Whether another place within the distance of the rule would change what is said. */
  public boolean wantsNearby() {
    return state == OfferState.OUT_OF_STOCK && terms.nearbyWithin() != null;
  }

  /** The same, told that another place within the distance has some. */
  public Promise nearby() {
    return new Promise(
        OfferState.AVAILABLE_NEARBY,
        "nearby",
        sellable,
        shown,
        left,
        on,
        freshness,
        confidence,
        pickup,
        arithmetic,
        terms,
        switchId,
        validUntil);
  }

  /** The same, that holds no longer than up to a moment. */
  public Promise until(@Nullable Instant moment) {
    if (moment == null || (validUntil != null && !moment.isBefore(validUntil))) {
      return this;
    }
    return new Promise(
        state,
        why,
        sellable,
        shown,
        left,
        on,
        freshness,
        confidence,
        pickup,
        arithmetic,
        terms,
        switchId,
        moment);
  }
}
