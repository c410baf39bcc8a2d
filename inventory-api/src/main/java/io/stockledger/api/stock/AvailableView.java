package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the list of what is free to promise. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AvailableView(
    List<AvailableItem> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {
  /**
   * @param position of the item's last entry
   * @param recordedAt of the item's last entry
   */
  public record AvailableItem(
      String location,
      String sku,
      long available,
      long good,
      long reserved,
      long pending,
      long allocated,
      long setAside,
      long expected,
      long backordered,
      long shortfall,
      long version,
      long position,
      Instant recordedAt) {}
}
