package io.stockledger.outgoing.change;

import io.stockledger.api.channel.Offered;
import io.stockledger.api.stock.ItemId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Port: what channels see of items, as answers tell it. */
public interface Offers {
  /**
   * What a channel sees of an item.
   *
   * @param validUntil when the clock alone may make it another one; absent for never
   * @param version of the item's last entry
   * @param position of the ledger, up to which it was worked out
   * @param channelVersion of the channel and its rules
   */
  record Seen(
      ItemId item,
      Offered offered,
      @Nullable Instant validUntil,
      long version,
      long position,
      long channelVersion) {}

  /** The channels that somebody put; retired ones are among them. */
  Set<String> channels();

  /** Up to where this node knows channels, rules, switches, products and places. */
  long position();

  /**
   * What a channel sees of items at their own places, from facts that are no older than {@link
   * Items#moved} told before. An item that nothing ever happened to is left out.
   */
  List<Seen> of(String channel, Collection<ItemId> items, Instant now);
}
