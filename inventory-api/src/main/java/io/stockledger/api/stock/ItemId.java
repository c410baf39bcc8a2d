package io.stockledger.api.stock;

import io.stockledger.api.Identifiers;

/** A stock item: one SKU at one location. */
public record ItemId(String location, String sku) implements Comparable<ItemId> {
  private static final String PREFIX = "stock:";

  public ItemId {
    Identifiers.require("location", location);
    Identifiers.require("sku", sku);
  }

  /** The name of its stream of events, {@code stock:<location>/<sku>}. */
  public String stream() {
    return PREFIX + location + "/" + sku;
  }

  /** The common beginning of the streams of all items at a location. */
  public static String streamsAt(String location) {
    return PREFIX + Identifiers.require("location", location) + "/";
  }

  public static boolean isItemStream(String stream) {
    return stream.startsWith(PREFIX);
  }

  /**
   * @throws IllegalArgumentException when {@code stream} is not that of a stock item
   */
  public static ItemId ofStream(String stream) {
    int slash = stream.indexOf('/');
    if (!isItemStream(stream) || slash < 0) {
      throw new IllegalArgumentException("not the stream of a stock item: " + stream);
    }
    return new ItemId(stream.substring(PREFIX.length(), slash), stream.substring(slash + 1));
  }

  @Override
  public int compareTo(ItemId other) {
    int byLocation = location.compareTo(other.location);
    return byLocation != 0 ? byLocation : sku.compareTo(other.sku);
  }

  @Override
  public String toString() {
    return location + "/" + sku;
  }
}
