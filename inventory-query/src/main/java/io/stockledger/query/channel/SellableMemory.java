package io.stockledger.query.channel;

import io.stockledger.query.near.Heard;
import io.stockledger.query.near.NearCache;
import io.stockledger.query.near.NearKey;
import io.stockledger.query.near.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What channels may offer, as the tables gave it last. Figures that change by the clock alone are
 * not here: the tables know what ran out.
 */
final class SellableMemory {
  private final Heard heard;
  private final NearCache<Offer> offers;

  /**
   * @param mostWeight about how many bytes it may take; 0 for no memory
   */
  SellableMemory(Heard heard, long mostWeight) {
    this.heard = heard;
    this.offers = new NearCache<>(heard, mostWeight);
  }

  /** To be asked before the tables are. */
  long epoch() {
    return heard.epoch();
  }

  /** Up to where what is remembered from now on has everything; {@link Heard#NOT_SURE}. */
  long sure() {
    return heard.sure();
  }

  @Nullable Offer find(String channel, Place place, Instant now) {
    Offer offer = offers.get(new NearKey(channel, place));
    return offer == null || offer.isDue(now) ? null : offer;
  }

  /**
   * @param now as of which it was read
   * @param epoch from before it was read
   */
  void keep(String channel, Place place, Offer offer, Instant now, long epoch) {
    if (!offer.isDue(now)) {
      offers.keep(new NearKey(channel, place), offer, epoch);
    }
  }
}
