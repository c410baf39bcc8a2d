package io.stockledger.api.channel;

import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;

/**
 * What a channel may offer of one SKU.
 *
 * @param sellable units, the sum of its locations
 */
public record SellableView(
    String channel,
    String sku,
    long sellable,
    List<SellableAt> locations,
    long position,
    Instant asOf,
    String stamp)
    implements View {
  /**
   * @param rule the rule that made the figure
   * @param version of the item's last entry
   * @param position of the item's last entry
   */
  public record SellableAt(
      String location, long sellable, String rule, long version, long position) {}
}
