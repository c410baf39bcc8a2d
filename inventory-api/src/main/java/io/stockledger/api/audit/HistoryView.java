package io.stockledger.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import io.stockledger.api.Reference;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of the history of an item. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryView(
    String location,
    String sku,
    List<HistoryEntry> items,
    @Nullable String next,
    long position,
    Instant asOf,
    String stamp)
    implements View {
  /**
   * One entry and what it came to.
   *
   * @param key the idempotency key of its command
   * @param quantity as stated; signed for adjustments
   * @param change what it did to the figures
   * @param moved what physically moved when it happened, where that differs from {@code change}
   * @param counted absolute, of a count
   * @param absorbedBy the version of the later count that already contained it, by condition
   * @param reversedVersion the entry that it corrects
   * @param detail what else its type says
   * @param figures after it
   * @param nextDue after it, the earliest expiry of the item's pending reservations
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record HistoryEntry(
      long version,
      long position,
      String type,
      Instant occurredAt,
      Instant recordedAt,
      @Nullable String client,
      @Nullable String credential,
      @Nullable String key,
      @Nullable String reason,
      @Nullable String note,
      @Nullable String source,
      @Nullable Reference reference,
      @Nullable String reservationId,
      @Nullable String line,
      @Nullable Long quantity,
      Change change,
      @Nullable Map<Condition, Long> moved,
      @Nullable Map<Condition, Long> counted,
      @Nullable Map<Condition, Long> absorbedBy,
      @Nullable Long reversedVersion,
      @Nullable Map<String, Object> detail,
      Figures figures,
      @Nullable Instant nextDue) {}
}
