package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.stockledger.api.Reference;
import io.stockledger.api.reservation.ReservationState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole card of one item.
 *
 * @param version of its last entry
 * @param recordedAt of its last entry
 * @param reservations open lines in the order in which they were made, the first 100
 * @param openReservations how many open lines there are in all
 * @param transfers open ones from here or to here, by id, the first 100
 * @param openTransfers how many of them there are in all
 * @param sources the newest total of each source, by its name; absent where none states any
 * @param openDiscrepancies how many disagreements of shelf and book are open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StockView(
    String location,
    String sku,
    long version,
    Instant recordedAt,
    Figures figures,
    @Nullable LastCount lastCount,
    long openDiscrepancies,
    long openReservations,
    List<OpenReservation> reservations,
    long openTransfers,
    List<OpenTransfer> transfers,
    @Nullable List<SourceTotal> sources,
    long position,
    Instant asOf,
    String stamp)
    implements StockCard {
  /**
   * An open line of a reservation on this item.
   *
   * @param uncovered units of {@code open} that nothing is there for: what is set aside is covered
   *     first, then promises in the order in which they were made
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OpenReservation(
      String reservationId,
      String line,
      ReservationState state,
      long open,
      long uncovered,
      @Nullable Instant expiresAt,
      @Nullable String channel,
      @Nullable Reference reference,
      Instant reservedAt) {}

  /**
   * What of a transfer is open on this item, over its lines.
   *
   * @param location its other end
   * @param setAside units that are kept for it where it begins
   * @param inTransit units that are on their way
   * @param expectedAt the earliest moment at which some of them should arrive
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OpenTransfer(
      String transferId,
      Direction direction,
      String location,
      long setAside,
      long inTransit,
      @Nullable Instant expectedAt) {}

  /** As seen from the item. */
  public enum Direction {
    @JsonProperty("out")
    OUT,
    @JsonProperty("in")
    IN
  }

  /**
   * The newest total of a source.
   *
   * @param won it counted when it was stated
   * @param version its entry
   */
  public record SourceTotal(
      String source, long sequence, Instant observedAt, boolean won, long version) {}
}
