package io.stockledger.outgoing.shadow;

import io.stockledger.api.channel.OfferState;
import org.jspecify.annotations.Nullable;

/**
 * What another system says, and what the channel would have said.
 *
 * @param ours units that could have been reserved through the channel
 */
record Compared(ShadowFigure figure, long ours, OfferState ourState) {
  /** Units that the other system says beyond ours; negative for fewer. */
  long beyond() {
    Long said = figure.sellable();
    return said == null ? 0 : said - ours;
  }

  boolean differs() {
    @Nullable OfferState said = figure.state();
    return beyond() != 0 || (said != null && said != ourState);
  }
}
