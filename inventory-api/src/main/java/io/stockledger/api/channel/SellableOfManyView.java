package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a channel may offer of many SKUs. */
public record SellableOfManyView(
    String channel, List<SellableLine> items, long position, Instant asOf, String stamp)
    implements View {
  /**
   * @param location absent where the figure is the sum over the channel's locations
   * @param sellable units, absent when unknown
   * @param rule the rule that made the figure, absent for sums
   * @param version of the item's last entry, absent for sums
   * @param unknown why there is no figure, such as {@code unknown-item}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SellableLine(
      String sku,
      @Nullable String location,
      @Nullable Long sellable,
      @Nullable String rule,
      @Nullable Long version,
      @Nullable String unknown) {}
}
