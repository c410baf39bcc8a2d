package io.stockledger.projections.discrepancy;

import io.stockledger.api.Reference;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.DiscrepancyEvent;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyClosed;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyExplained;
import io.stockledger.api.stock.Entry;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A disagreement of shelf and book.
 *
 * @param reason what it is explained with, so far
 * @param note of the explanation, where it has one, else of the flag
 * @param flaggedPosition of the entry that opened it
 * @param version of the item's last entry about it
 */
public record DiscrepancyRow(
    Id id,
    String cause,
    Condition condition,
    @Nullable Long stated,
    @Nullable Long recorded,
    @Nullable Long missing,
    @Nullable String reason,
    @Nullable String note,
    @Nullable String source,
    @Nullable Reference reference,
    boolean awaitsApproval,
    Instant flaggedAt,
    @Nullable Instant explainedAt,
    @Nullable Instant closedAt,
    long flaggedPosition,
    long version,
    long position) {

  /** What it is found by. */
  public record Id(ItemId item, String discrepancyId) {}

  /** Which one an entry is about; none for most entries. */
  public static @Nullable Id named(StockEvent event) {
    return switch (event) {
      case StockDiscrepancyOpened e -> new Id(e.entry().item(), e.discrepancyId());
      case DiscrepancyEvent e -> new Id(e.entry().item(), e.discrepancyId());
      default -> null;
    };
  }

  static DiscrepancyRow opened(StockDiscrepancyOpened e, long position, long version) {
    Entry entry = e.entry();
    return new DiscrepancyRow(
        new Id(entry.item(), e.discrepancyId()),
        e.cause(),
        e.condition(),
        e.stated(),
        e.recorded(),
        e.missing(),
        null,
        entry.note(),
        entry.source(),
        entry.reference(),
        false,
        e.recordedAt(),
        null,
        null,
        position,
        version,
        position);
  }

  /** The row after one more entry about it. */
  public static DiscrepancyRow fold(
      @Nullable DiscrepancyRow row, StockEvent event, long position, long version) {
    if (event instanceof StockDiscrepancyOpened opened) {
      return opened(opened, position, version);
    }
    if (row == null) {
      throw new IllegalStateException("never opened: " + event);
    }
    return switch (event) {
      case StockDiscrepancyExplained e ->
          row.with(e.entry(), e.awaitsApproval(), e.recordedAt(), null, position, version);
      case StockDiscrepancyClosed e ->
          row.with(e.entry(), false, row.explainedAt, e.recordedAt(), position, version);
      default -> throw new IllegalArgumentException("not about a discrepancy: " + event);
    };
  }

  private DiscrepancyRow with(
      Entry entry,
      boolean awaits,
      @Nullable Instant explained,
      @Nullable Instant closed,
      long atPosition,
      long atVersion) {
    return new DiscrepancyRow(
        id,
        cause,
        condition,
        stated,
        recorded,
        missing,
        entry.reason() == null ? reason : entry.reason(),
        entry.note() == null ? note : entry.note(),
        source,
        reference,
        awaits,
        flaggedAt,
        explained,
        closed,
        flaggedPosition,
        atVersion,
        atPosition);
  }
}
