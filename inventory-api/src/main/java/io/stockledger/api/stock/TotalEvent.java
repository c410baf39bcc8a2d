package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.EventName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What feeds say that only know totals. */
public sealed interface TotalEvent extends StockEvent {
  /**
   * A source stated what is on hand; the source is that of the entry, and {@code occurredAt} is
   * when it looked. A total that lost moves nothing.
   *
   * @param sequence of the source, rising with each of its totals of this item
   * @param stated by condition, absolute
   * @param book what the ledger held at that moment by occurrence; empty for a total that lost
   * @param lost why it moves nothing; absent for one that counts
   */
  @EventName("stock.total-stated")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StockTotalStated(
      @JsonUnwrapped Entry entry,
      long sequence,
      Map<Condition, Long> stated,
      Map<Condition, Long> book,
      @Nullable Lost lost)
      implements TotalEvent {
    public boolean won() {
      return lost == null;
    }
  }

  /**
   * To what a total lost.
   *
   * @param why such as {@code higher-source}
   * @param source whose word stands
   * @param observedAt when that one looked
   * @param version its entry
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Lost(
      String why, @Nullable String source, @Nullable Instant observedAt, @Nullable Long version) {}
}
