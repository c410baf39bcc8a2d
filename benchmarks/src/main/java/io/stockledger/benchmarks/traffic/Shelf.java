package io.stockledger.benchmarks.traffic;

import java.util.Locale;

/**
 * Items at one location, and how much lies of each to begin with.
 *
 * @param prefix of the SKUs; a number of {@link #DIGITS} digits follows
 * @param reserved units of each that are promised to begin with
 */
public record Shelf(String prefix, int items, long quantity, long reserved) {
  /** Nothing of it is promised. */
  public Shelf(String prefix, int items, long quantity) {
    this(prefix, items, quantity, 0);
  }

  public static final String LOCATION = "BENCH";
  public static final int DIGITS = 7;

  /** The SKU of an item, with a place for its number. */
  public String skuPattern() {
    return prefix + "-" + "#".repeat(DIGITS);
  }

  public String sku(int item) {
    return String.format(Locale.ROOT, "%s-%0" + DIGITS + "d", prefix, item);
  }
}
