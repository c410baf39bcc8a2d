package io.stockledger.projections.counting;

import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyClosed;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.api.stock.StockEvent.StockPicked;
import io.stockledger.api.stock.StockEvent.StockReversed;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for counting an item.
 *
 * @param countedAt when people counted it last, by occurrence
 * @param variances by how many units the last counts and totals were off, without sign, the newest
 *     first, at most {@link #MOST_VARIANCES}
 * @param picked units by UTC day of occurrence, back to {@link #DAYS} days before the newest
 * @param version of the last entry folded
 */
record CountNeedRow(
    ItemId item,
    @Nullable Instant countedAt,
    List<Long> variances,
    Map<String, Long> picked,
    long openDiscrepancies,
    long version,
    long position) {
  static final int MOST_VARIANCES = 5;
  static final int DAYS = 30;

  private static final String PICKED = "stock.picked";

  /** Whether an entry says anything here at all. */
  static boolean concerns(StockEvent event) {
    return switch (event) {
      case StockPicked ignored -> true;
      case StockCounted ignored -> true;
      case StockTotalStated e -> e.won();
      case StockReversed e -> e.reversedType().equals(PICKED);
      case StockDiscrepancyOpened ignored -> true;
      case StockDiscrepancyClosed ignored -> true;
      default -> false;
    };
  }

  static CountNeedRow none(ItemId item) {
    return new CountNeedRow(item, null, List.of(), Map.of(), 0, 0, 0);
  }

  /** The row after one more entry that {@link #concerns} it. */
  CountNeedRow fold(StockEvent event, long position, long version) {
    CountNeedRow next =
        new CountNeedRow(item, countedAt, variances, picked, openDiscrepancies, version, position);
    return switch (event) {
      case StockPicked e -> next.withPicked(e, e.quantity());
      case StockReversed e -> next.withPicked(e, -e.entry().moved(Condition.GOOD));
      case StockCounted e -> next.counted(e.occurredAt()).off(e.counted(), e.book());
      case StockTotalStated e -> next.off(e.stated(), e.book());
      case StockDiscrepancyOpened ignored -> next.withDiscrepancies(1);
      case StockDiscrepancyClosed ignored -> next.withDiscrepancies(-1);
      default -> next;
    };
  }

  private CountNeedRow withPicked(StockEvent event, long units) {
    LocalDate day = event.occurredAt().atZone(ZoneOffset.UTC).toLocalDate();
    TreeMap<String, Long> days = new TreeMap<>(picked);
    days.merge(day.toString(), units, Long::sum);
    String earliest = LocalDate.parse(days.lastKey()).minusDays(DAYS).toString();
    return new CountNeedRow(
        item,
        countedAt,
        variances,
        Collections.unmodifiableMap(new TreeMap<>(days.tailMap(earliest, true))),
        openDiscrepancies,
        version,
        position);
  }

  private CountNeedRow counted(Instant moment) {
    Instant last = countedAt == null || moment.isAfter(countedAt) ? moment : countedAt;
    return new CountNeedRow(item, last, variances, picked, openDiscrepancies, version, position);
  }

  /** What something later speaks of was compared with no book. */
  private CountNeedRow off(Map<Condition, Long> seen, Map<Condition, Long> book) {
    if (book.isEmpty()) {
      return this;
    }
    long units = 0;
    for (Map.Entry<Condition, Long> figure : book.entrySet()) {
      units += Math.abs(seen.getOrDefault(figure.getKey(), 0L) - figure.getValue());
    }
    List<Long> next = new ArrayList<>();
    next.add(units);
    variances.stream().limit(MOST_VARIANCES - 1L).forEach(next::add);
    return new CountNeedRow(
        item,
        countedAt,
        Collections.unmodifiableList(next),
        picked,
        openDiscrepancies,
        version,
        position);
  }

  private CountNeedRow withDiscrepancies(long more) {
    return new CountNeedRow(
        item, countedAt, variances, picked, openDiscrepancies + more, version, position);
  }
}
