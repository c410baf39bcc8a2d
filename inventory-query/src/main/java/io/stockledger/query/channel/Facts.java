package io.stockledger.query.channel;

import io.stockledger.api.stock.ItemId;
import io.stockledger.promise.Stock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the tables say of an item, whatever the channel.
 *
 * @param stock with nothing of what is backordered through one channel
 * @param backorderedBy what is backordered, by channel; none that has none
 * @param nextDue a lower bound of the expiries of its pending lines
 * @param version of its last entry
 * @param position of its last entry
 * @param parked it stands still: what is said is old
 */
record Facts(
    ItemId item,
    Stock stock,
    Map<String, Long> backorderedBy,
    @Nullable Instant nextDue,
    long version,
    long position,
    boolean parked) {
  /** As it is for a channel. */
  Stock stockFor(String channel) {
    Long here = backorderedBy.get(channel);
    return here == null ? stock : stock.withBackorderedHere(Math.min(here, stock.backordered()));
  }
}
