package io.stockledger.api.channel;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Query;
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
  int MAX_PAIRS = 1_000;

  /**
   * One SKU.
   *
   * @param location none means over all locations of the channel. Unknown: {@code unknown-sku},
   *     {@code unknown-location}, {@code unknown-item}
   */
  record FindSellable(String channel, String sku, @Nullable String location)
      implements SellableQuery<SellableView> {}

  /**
   * Many SKUs, each at each of the locations, or, with no location, each over all locations of the
   * channel. Answers in the order SKU by SKU; an unknown one has its own line.
   */
  record FindSellableOfMany(String channel, List<String> skus, List<String> locations)
      implements SellableQuery<SellableOfManyView> {
    public FindSellableOfMany {
      long pairs = (long) skus.size() * Math.max(1, locations.size());
      if (pairs < 1 || pairs > MAX_PAIRS) {
        throw new IllegalArgumentException(
            "1 to " + MAX_PAIRS + " pairs of SKU and location, were " + pairs);
      }
    }
  }
}
