package io.stockledger.query.near;

import io.stockledger.api.stock.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * What a row in memory is about.
 *
 * @param location none for all locations of the SKU together
 */
public record Place(String sku, @Nullable String location) {
  static Place of(ItemId item) {
    return new Place(item.sku(), item.location());
  }

  /** The same SKU at all its locations. */
  Place everywhere() {
    return new Place(sku, null);
  }
}
