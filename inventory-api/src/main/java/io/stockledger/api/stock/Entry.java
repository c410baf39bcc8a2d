package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every event of a stock item carries: the item, the two clocks, the circumstances, and its
 * effects. The effects are all that a reader needs to fold figures; it needs to know no rule.
 *
 * @param occurredAt when it happened; clamped to {@code recordedAt} where the sender was ahead
 * @param recordedAt when the ledger learned it
 * @param change what it does to today's figures
 * @param moved what physically moved at {@code occurredAt}, signed, by condition; absent where it
 *     is the same as the on-hand part of {@code change}. It differs where a count absorbed it.
 *     Counts have none: they state {@code counted}
 * @param absorbedBy the version of the later count, per condition, that already contained this
 *     fact, so that today's figure did not move
 * @param uncovers the promises that lost their units by this entry, newest first, at most 1,000
 * @param uncoversOmitted how many more there are, absent when none
 * @param backorderedBy what it does to the units that each channel has on backorder, signed, which
 *     together is what {@code change} does to them; absent where it does nothing to any
 * @param nextDue after this entry, the earliest expiry among the item's pending reservations,
 *     absent when there is none
 * @param reason a code, by kind of entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
    String location,
    String sku,
    Instant occurredAt,
    Instant recordedAt,
    Change change,
    @Nullable Map<Condition, Long> moved,
    @Nullable Map<Condition, Long> absorbedBy,
    @Nullable List<Uncovered> uncovers,
    @Nullable Integer uncoversOmitted,
    @Nullable Map<String, Long> backorderedBy,
    @Nullable Instant nextDue,
    @Nullable String reason,
    @Nullable String source,
    @Nullable Reference reference,
    @Nullable String note) {
  /** A part of a promise that has no units behind it any more. */
  public record Uncovered(String reservationId, String line, long quantity) {}

  public ItemId item() {
    return new ItemId(location, sku);
  }

  /** What physically moved of a condition at {@link #occurredAt()}, whether absorbed or not. */
  public long moved(Condition condition) {
    return moved == null ? change.of(condition) : moved.getOrDefault(condition, 0L);
  }
}
