package io.stockledger.outgoing.feed;

import java.util.List;

/**
 * What a feed says of items that customers may come and fetch: of the others it says {@code not
 * supported}.
 *
 * @param method one of {@link #METHODS}
 * @param sla when an order is ready, one of {@link #SLAS}
 */
public record StorePickup(String method, String sla) {
  /** Paid online, or reserved online and paid in the store. */
  public static final List<String> METHODS = List.of("buy", "reserve");

  /** Relative to the order. */
  public static final List<String> SLAS =
      List.of("same day", "next day", "2-day", "3-day", "4-day", "5-day", "6-day", "multi-week");

  public StorePickup {
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException("pickup method is one of " + METHODS + ", not " + method);
    }
    if (!SLAS.contains(sla)) {
      throw new IllegalArgumentException("pickup sla is one of " + SLAS + ", not " + sla);
    }
  }
}
