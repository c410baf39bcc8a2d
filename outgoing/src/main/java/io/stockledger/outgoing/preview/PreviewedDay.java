package io.stockledger.outgoing.preview;

import io.stockledger.api.stock.ItemId;
import io.stockledger.promise.replay.PlayedDay;

/**
 * A day of an item on which the draft makes a difference.
 *
 * @param number its place in the preview, from 1: by SKU, location and day
 */
public record PreviewedDay(long number, ItemId item, PlayedDay played) {
  /** As it is told. */
  public ItemDay told() {
    return ItemDay.of(this);
  }
}
