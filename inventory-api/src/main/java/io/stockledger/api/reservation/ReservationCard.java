package io.stockledger.api.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a reservation.
 *
 * @param expiresAt the earliest expiry of its open lines, absent unless pending; of an expired one
 *     the moment at which it ran out
 * @param closedAt when nothing was open any more, absent while open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReservationCard(
    String reservationId,
    ReservationState state,
    @Nullable Instant expiresAt,
    @Nullable String channel,
    @Nullable Reference reference,
    Instant reservedAt,
    @Nullable Instant closedAt,
    List<ReservationLine> lines) {
  /**
   * A line on one item. A line that was split has one of these for each item.
   *
   * @param requested units asked for when it was made or last changed
   * @param quantity units granted
   * @param open of these, still promised
   * @param backordered of the units granted, those that were promised beyond what there was to
   *     offer; absent for none
   * @param promisedOn the day that was promised with them, absent where none was; it stays
   * @param version of the item's last entry that touched this line
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ReservationLine(
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
      @Nullable LocalDate promisedOn,
      long version) {}
}
