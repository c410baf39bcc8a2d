package io.stockledger.api.inbound;

import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What can be promised of an item, by day: what is available, and what is expected until then.
 *
 * @param version of the item's last entry
 * @param available free to promise now
 * @param uncovered promised or set aside and not there; it takes of what is expected first
 * @param undated units that are announced and counted on no day
 * @param days today, then every day by which units are expected
 */
public record AvailableToPromiseView(
    String location,
    String sku,
    long version,
    long available,
    long uncovered,
    Undated undated,
    List<Day> days,
    long position,
    Instant asOf,
    String stamp)
    implements View {
  /**
   * @param overdue expected by a day that is over; nobody said when they come instead
   * @param inTransit on the way from another location, without a day or late
   */
  public record Undated(long overdue, long inTransit) {}

  /**
   * @param expected units that should be there by this day, and not before: from suppliers, and in
   *     transit from other locations
   * @param availableToPromise what can be promised for this day or later, never below 0
   */
  public record Day(LocalDate date, long expected, long availableToPromise) {}
}
