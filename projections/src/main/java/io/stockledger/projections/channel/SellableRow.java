package io.stockledger.projections.channel;

import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyClosed;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.api.stock.StockEvent.StockPicked;
import io.stockledger.api.stock.SupplyEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the promises of channels are made of, for one item; the same for all channels.
 *
 * @param reserved pending and allocated
 * @param backordered promised beyond what is there, and accepted so
 * @param backorderedBy of these, by channel; none that has none
 * @param lastCountAt when people counted it last, by occurrence
 * @param lastPickAt when units of it were picked last, by occurrence
 * @param nextDue a lower bound of the expiries of the item's pending lines
 */
public record SellableRow(
    ItemId item,
    long good,
    long reserved,
    long setAside,
    long backordered,
    SortedMap<String, Long> backorderedBy,
    long inTransit,
    List<ExpectedLine> arrivals,
    long openDiscrepancies,
    @Nullable Instant lastCountAt,
    @Nullable Instant lastPickAt,
    @Nullable Instant nextDue,
    long version,
    long position,
    Instant asOf) {
  public SellableRow {
    if (good < 0 || reserved < 0 || setAside < 0 || backordered < 0 || inTransit < 0) {
      throw new IllegalArgumentException(
          "a figure would be negative: good %d, reserved %d, set aside %d, backordered %d, in transit %d"
              .formatted(good, reserved, setAside, backordered, inTransit));
    }
  }

  /** Good units that nobody was promised. */
  public long available() {
    return Math.max(0, good - reserved - setAside);
  }

  /** The row after one more entry; {@code null} is the row before the first. */
  public static SellableRow fold(
      @Nullable SellableRow before, StockEvent event, long position, long version) {
    SellableRow row = before == null ? none(event) : before;
    Change change = event.entry().change();
    return new SellableRow(
        row.item,
        Math.addExact(row.good, change.good()),
        Math.addExact(row.reserved, Math.addExact(change.pending(), change.allocated())),
        Math.addExact(row.setAside, change.setAside()),
        Math.addExact(row.backordered, change.backordered()),
        backorderedBy(row.backorderedBy, event.entry().backorderedBy()),
        Math.addExact(row.inTransit, change.inTransit()),
        event instanceof SupplyEvent supply
            ? ExpectedLine.after(row.arrivals, supply)
            : row.arrivals,
        row.openDiscrepancies + opened(event),
        event instanceof StockCounted ? later(row.lastCountAt, event) : row.lastCountAt,
        event instanceof StockPicked ? later(row.lastPickAt, event) : row.lastPickAt,
        event.entry().nextDue(),
        version,
        position,
        event.recordedAt());
  }

  private static SellableRow none(StockEvent event) {
    return new SellableRow(
        event.entry().item(),
        0,
        0,
        0,
        0,
        Collections.emptySortedMap(),
        0,
        List.of(),
        0,
        null,
        null,
        null,
        0,
        0,
        event.recordedAt());
  }

  private static SortedMap<String, Long> backorderedBy(
      SortedMap<String, Long> before, @Nullable Map<String, Long> changes) {
    if (changes == null) {
      return before;
    }
    SortedMap<String, Long> after = new TreeMap<>(before);
    changes.forEach((channel, change) -> after.merge(channel, change, Long::sum));
    after.values().removeIf(units -> units == 0);
    return after;
  }

  private static int opened(StockEvent event) {
    return switch (event) {
      case StockDiscrepancyOpened ignored -> 1;
      case StockDiscrepancyClosed ignored -> -1;
      default -> 0;
    };
  }

  private static Instant later(@Nullable Instant known, StockEvent event) {
    Instant moment = event.occurredAt().truncatedTo(ChronoUnit.MICROS);
    return known == null || moment.isAfter(known) ? moment : known;
  }
}
