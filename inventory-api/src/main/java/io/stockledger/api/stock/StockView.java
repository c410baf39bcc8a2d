package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
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
    @Nullable List<SourceTotal> sources,
    long position,
    Instant asOf,
    String stamp)
    implements View {
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
   * The newest total of a source.
   *
   * @param won it counted when it was stated
   * @param version its entry
   */
  public record SourceTotal(
      String source, long sequence, Instant observedAt, boolean won, long version) {}
}
