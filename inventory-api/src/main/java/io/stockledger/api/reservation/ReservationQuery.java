package io.stockledger.api.reservation;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Page;
import io.stockledger.api.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked about promises. States and open quantities are those of the read's moment. */
public sealed interface ReservationQuery<V extends View> extends Query<V> {
  /** One reservation, open or closed. Unknown: {@code unknown-reservation}. */
  record FindReservation(String reservationId) implements ReservationQuery<ReservationView> {}

  /**
   * Reservations by id, those that fit everything that is given; each with all its lines.
   *
   * @param referenceType narrows {@code referenceId}
   * @param location at least one of its lines is there
   * @param sku at least one of its lines is of it (at {@code location}, where both are given)
   * @param expiresBefore at least one open line expires before this moment
   */
  record ListReservations(
      @Nullable String referenceType,
      @Nullable String referenceId,
      @Nullable String location,
      @Nullable String sku,
      @Nullable ReservationState state,
      @Nullable Instant expiresBefore,
      Page page)
      implements ReservationQuery<ReservationsView> {}

  /**
   * What became of the promises that were made in a period; by when their first line was recorded.
   *
   * @param until exclusive
   * @param channel only those through it
   * @param location only their lines there, each as a promise of its own
   */
  record MeasureAccuracy(
      Instant from,
      Instant until,
      @Nullable String channel,
      @Nullable String location,
      PromiseGrouping by,
      Page page)
      implements ReservationQuery<PromiseAccuracyView> {}
}
