package io.stockledger.outgoing.feed;

import io.stockledger.api.channel.Offered;
import io.stockledger.api.stock.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * One product in one store, as a feed tells it.
 *
 * @param storeCode how the channel calls the location; absent where another one is called so too
 * @param id the SKU
 * @param quantity the figure that the channel is told, and 0 where it is out of stock; absent where
 *     only the availability is told, or units are ordered and not taken along
 * @param pickup whether customers may come and fetch it
 */
record InventoryLine(
    @Nullable String storeCode,
    String id,
    @Nullable Long quantity,
    InventoryAvailability availability,
    boolean pickup) {
  /** Longer ids are not taken. */
  static final int LONGEST_ID = 50;

  static InventoryLine of(FeedChannel channel, ItemId item, Offered offered) {
    InventoryAvailability availability = InventoryAvailability.of(offered.state());
    return new InventoryLine(
        channel.storeCode(item.location()),
        item.sku(),
        quantity(availability, offered),
        availability,
        offered.pickup() && availability != InventoryAvailability.OUT_OF_STOCK);
  }

  private static @Nullable Long quantity(InventoryAvailability availability, Offered offered) {
    return switch (availability) {
      case OUT_OF_STOCK -> 0L;
      case ON_DISPLAY_TO_ORDER -> null;
      // what is left is what stands there; what is sellable may have a backorder on top
      case IN_STOCK, LIMITED_AVAILABILITY ->
          offered.left() == null ? offered.sellable() : offered.left();
    };
  }

  /** Whether the format has room for it. */
  boolean fits() {
    return id.length() <= LONGEST_ID;
  }
}
