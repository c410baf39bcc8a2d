package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
   * @param previousObservedAt when the newest word of this source before was observed; absent for
   *     its first of this item
   * @param lost why it moves nothing; absent for one that counts
   */
  @EventName("stock.total-stated")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StockTotalStated(
      @JsonUnwrapped Entry entry,
      long sequence,
      Map<Condition, Long> stated,
      Map<Condition, Long> book,
      @Nullable Instant previousObservedAt,
      @Nullable Lost lost)
      implements TotalEvent {
    public boolean won() {
      return lost == null;
    }
  }

  /**
   * To what a total lost.
   *
   * @param source whose word stands; {@code count} for a count by people
   * @param observedAt when that one looked
   * @param version its entry
   */
  record Lost(Why why, String source, Instant observedAt, long version) {}

  /** Why a total moves nothing. */
  enum Why {
    /**
     * The source itself has said something newer, or sent a sequence that is not above its last.
     */
    @JsonProperty("older-than-known")
    OLDER_THAN_KNOWN,
    /** A source of higher precedence looked at that moment or later, or its word still stood. */
    @JsonProperty("higher-source")
    HIGHER_SOURCE,
    /** A source of the same precedence looked at that moment or later. */
    @JsonProperty("newer-known")
    NEWER_KNOWN
  }
}
