package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the list of what is physically there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OnHandView(
    List<OnHandItem> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {
  /**
   * @param position of the item's last entry
   * @param recordedAt of the item's last entry
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OnHandItem(
      String location,
      String sku,
      long onHand,
      long good,
      long damaged,
      long quarantine,
      long nonSellable,
      long inTransit,
      @Nullable LastCount lastCount,
      long version,
      long position,
      Instant recordedAt) {}
}
