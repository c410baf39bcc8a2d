package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is free to promise by SKU, over the locations of the filter. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AvailableTotalView(
    List<AvailableTotal> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {
  /**
   * @param locations how many items were added up
   * @param available the sum of what is available at each: a shortfall here is no one's loss there
   */
  public record AvailableTotal(
      String sku,
      long locations,
      long available,
      long good,
      long reserved,
      long pending,
      long allocated,
      long setAside,
      long expected,
      long backordered,
      long shortfall) {}
}
