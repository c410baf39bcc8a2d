package io.stockledger.query.channel;

import io.stockledger.query.near.Heard;
import io.stockledger.query.near.NearCache;
import io.stockledger.query.near.NearKey;
import io.stockledger.query.near.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts of items, as the tables gave them last. Figures that change by the clock alone are not
 * here: the tables know what ran out.
 */
final class FactsMemory {
  /** Facts are the same for all channels. */
  private static final String ALL_CHANNELS = "";

  private final Heard heard;
  private final NearCache<KnownFacts> facts;

  /**
   * @param mostWeight about how many bytes it may take; 0 for no memory
   */
  FactsMemory(Heard heard, long mostWeight) {
    this.heard = heard;
    this.facts = new NearCache<>(heard, mostWeight);
  }

  /** To be asked before the tables are. */
  long epoch() {
    return heard.epoch();
  }

  /** Up to where what is remembered from now on has everything; {@link Heard#NOT_SURE}. */
  long sure() {
    return heard.sure();
  }

  @Nullable KnownFacts find(Place place, Instant now) {
    KnownFacts known = facts.get(new NearKey(ALL_CHANNELS, place));
    return known == null || known.isDue(now) ? null : known;
  }

  /**
   * Keeps what was found and does not stand still.
   *
   * @param now as of which it was read
   * @param epoch from before it was read
   */
  void keep(Place place, KnownFacts known, Instant now, long epoch) {
    if (!known.items().isEmpty() && !known.isDue(now) && !known.isParked()) {
      facts.keep(new NearKey(ALL_CHANNELS, place), known, epoch);
    }
  }
}
