package io.stockledger.api.reservation;

import io.stockledger.api.Outcome;
import io.stockledger.api.stock.StockOutcome.ItemAfter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command on reservations took effect.
 *
 * @param reservations as they are now; one, except after a release by reference or location
 * @param items every item that was touched, as it is now
 * @param created a reservation came into being
 * @param single it was asked on one item, and is answered as such
 */
public record ReservationOutcome(
    List<ReservationAfter> reservations, List<ItemAfter> items, boolean created, boolean single)
    implements Outcome {
  /**
   * @param expiresAt absent unless pending
   */
  public record ReservationAfter(
      String reservationId,
      ReservationState state,
      @Nullable Instant expiresAt,
      List<LineAfter> lines) {}

  /**
   * @param requested units asked for when it was made or last changed
   * @param quantity units granted
   * @param open of these, still promised
   */
  public record LineAfter(
      String line,
      String location,
      String sku,
      long requested,
      long quantity,
      long open,
      long picked,
      long released,
      long expired) {}
}
