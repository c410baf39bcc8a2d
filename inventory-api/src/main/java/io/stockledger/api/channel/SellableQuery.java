package io.stockledger.api.channel;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Query;
import io.stockledger.api.location.LocationQuery.Near;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked about what a channel may offer. Unknown channels are answered {@code
 * unknown-channel}.
 */
public sealed interface SellableQuery<V extends View> extends Query<V> {
  /** The channel that exposes every item with its available figure. */
  String DEFAULT_CHANNEL = "default";

  /** The most pairs of SKU and location that one question may name. */
  int MAX_PAIRS = 25_000;

  /** The most SKUs that one question may name. */
  int MAX_SKUS = 1_000;

  /** The most lines that one question about serving may name. */
  int MAX_LINES = 200;

  /**
   * How it is asked.
   *
   * @param forPickup by somebody who wants to fetch it
   * @param detailed with what freshness, confidence and pickup are made of
   * @param explained with the arithmetic, also where the channel shows no figure
   */
  record Asked(boolean forPickup, boolean detailed, boolean explained) {
    public static final Asked PLAIN = new Asked(false, false, false);
  }

  /**
   * One SKU.
   *
   * @param location none means over all locations of the channel; one that sums up others means
   *     over these. Unknown: {@code unknown-sku}, {@code unknown-location}, {@code unknown-item}
   * @param near only locations within it, the nearest first
   */
  record FindSellable(
      String channel, String sku, @Nullable String location, @Nullable Near near, Asked asked)
      implements SellableQuery<SellableView> {
    public FindSellable(String channel, String sku, @Nullable String location) {
      this(channel, sku, location, null, Asked.PLAIN);
    }
  }

  /**
   * What a channel said of one SKU at a past moment, by what the ledger had recorded by then.
   *
   * @param location as for {@link FindSellable}, and with the same answers where something was not
   *     there then
   * @param at not in the future
   */
  record FindPastSellable(String channel, String sku, String location, Instant at, Asked asked)
      implements SellableQuery<SellableView> {}

  /**
   * Many SKUs, each at each of the locations, or, with no location, each over all locations of the
   * channel. Answers in the order SKU by SKU; an unknown one has its own line.
   */
  record FindSellableOfMany(String channel, List<String> skus, List<String> locations, Asked asked)
      implements SellableQuery<SellableOfManyView> {
    public FindSellableOfMany(String channel, List<String> skus, List<String> locations) {
      this(channel, skus, locations, Asked.PLAIN);
    }

    public FindSellableOfMany {
      long pairs = (long) skus.size() * Math.max(1, locations.size());
      if (pairs < 1 || pairs > MAX_PAIRS) {
        throw new IllegalArgumentException(
            "1 to " + MAX_PAIRS + " pairs of SKU and location, were " + pairs);
      }
    }
  }

  /**
   * From where lines can be served.
   *
   * @param lines each SKU once, at most {@link #MAX_LINES}
   * @param near only locations within it
   */
  record FindServing(
      String channel, List<ServingView.Line> lines, @Nullable Near near, boolean forPickup)
      implements SellableQuery<ServingView> {
    public List<String> skus() {
      return lines.stream().map(ServingView.Line::sku).toList();
    }
  }
}
