package io.stockledger.promise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the books say of an item at a moment. Reservations that are due by then are not in it.
 *
 * @param reserved pending and allocated
 * @param backordered promised beyond what is there, and accepted so, over all channels
 * @param backorderedHere of these, through the channel that is asked for
 * @param inTransit on the way here
 * @param arrivals what suppliers announced, the earliest first
 * @param lastCountAt when its newest count was taken; absent where it was never counted
 * @param lastPickAt when units of it were last picked; absent where never, or not known
 */
public record Stock(
    long good,
    long reserved,
    long setAside,
    long backordered,
    long backorderedHere,
    long inTransit,
    List<Arrival> arrivals,
    long openDiscrepancies,
    @Nullable Instant lastCountAt,
    @Nullable Instant lastPickAt) {
  /** Units that a supplier announced for a day at the latest. */
  public record Arrival(LocalDate by, long units) {}

  /** Nothing is there, and nothing is known of it. */
  public static final Stock NONE = new Stock(0, 0, 0, 0, 0, 0, List.of(), 0, null, null);

  /** The same, as it is for a channel that has so many units on backorder. */
  public Stock withBackorderedHere(long units) {
    return new Stock(
        good,
        reserved,
        setAside,
        backordered,
        units,
        inTransit,
        arrivals,
        openDiscrepancies,
        lastCountAt,
        lastPickAt);
  }

  public long available() {
    return Math.max(0, good - reserved - setAside);
  }

  long uncovered() {
    return Math.max(0, reserved + setAside - good);
  }

  /** Units that are announced and not overdue. */
  long expected(Instant now) {
    LocalDate today = Moments.day(now);
    return arrivals.stream()
        .filter(arrival -> !arrival.by().isBefore(today))
        .mapToLong(Arrival::units)
        .sum();
  }

  /**
   * By when suppliers will have brought what is promised beyond what is there, and more units. What
   * is overdue is nothing to promise on: when that comes nobody has said.
   */
  public @Nullable LocalDate coveredOn(long moreUnits, Instant now) {
    LocalDate today = Moments.day(now);
    long open = uncovered() + moreUnits;
    for (Arrival arrival : arrivals) {
      if (!arrival.by().isBefore(today)) {
        open -= arrival.units();
        if (open <= 0) {
          return arrival.by();
        }
      }
    }
    return null;
  }

  /** When the next arrival is overdue if it does not come. */
  @Nullable Instant nextOverdue(Instant now) {
    Instant next = null;
    for (Arrival arrival : arrivals) {
      next = Moments.earliestAfter(now, next, Moments.start(arrival.by().plusDays(1)));
    }
    return next;
  }
}
