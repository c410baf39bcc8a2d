package io.stockledger.api.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Outcome;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockOutcome.ItemAfter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command on reservations took effect.
 *
 * @param reservations as they are now; one, except after a release by reference or location
 * @param items every item that was touched, as it is now
 * @param created a reservation came into being
 * @param single it was asked on one item, and is answered as such
 * @param shown to whoever sees through the eyes of the reservation's channel
 */
public record ReservationOutcome(
    List<ReservationAfter> reservations,
    List<ItemAfter> items,
    boolean created,
    boolean single,
    Shown shown)
    implements Outcome {
  /** What a channel is told of items in the place of their figures. Worked out when it is asked. */
  @FunctionalInterface
  public interface Shown {
    /** Without a channel nothing is. */
    Shown NOTHING = item -> null;

    /** What it may still sell of an item that was touched; none where it shows no figure. */
    @Nullable Long sellable(ItemId item);
  }

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
   * @param backordered of the units granted, those that were promised beyond what there was to
   *     offer; absent for none
   * @param promisedOn the day that was promised with them, absent where none was; it stays
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LineAfter(
      String line,
      String location,
      String sku,
      long requested,
      long quantity,
      long open,
      long picked,
      long released,
      long expired,
      @Nullable Long backordered,
      @Nullable LocalDate promisedOn) {}
}
