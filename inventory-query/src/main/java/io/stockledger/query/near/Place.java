package io.stockledger.query.near;

import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.stock.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * What a row in memory is about.
 *
 * @param sku or the name of a stream of the register
 * @param location none for all locations of the SKU together
 */
public record Place(String sku, @Nullable String location) {
  static Place of(ItemId item) {
    return new Place(item.sku(), item.location());
  }

  /** Whether rows in memory are made of a stream that is not of an item. */
  static boolean isRegister(String stream) {
    return stream.startsWith("location:")
        || stream.startsWith("product:")
        || stream.startsWith("channel:")
        || stream.equals(SwitchEvent.STREAM);
  }

  /**
   * What a stream that is not of an item tells of. No SKU has the form of its name, but for that of
   * the switches, and then both are dropped together.
   */
  public static Place ofRegister(String stream) {
    return new Place(stream, null);
  }

  /** The same SKU at all its locations. */
  Place everywhere() {
    return new Place(sku, null);
  }
}
