package io.stockledger.query.channel;

import io.stockledger.api.stock.ItemId;
import io.stockledger.promise.Place;
import io.stockledger.promise.Promise;

/**
 * What a channel may promise of an item.
 *
 * @param place how far the books of its location can be trusted
 * @param version of the item's last entry
 * @param position of the item's last entry
 * @param channelVersion how many entries the channel and its rules evolved from
 */
public record Evaluated(
    ItemId item, Promise promise, Place place, long version, long position, long channelVersion) {
  /** The same, with another promise. */
  Evaluated with(Promise other) {
    return new Evaluated(item, other, place, version, position, channelVersion);
  }
}
