package io.stockledger.api.reservation;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Reference;
import io.stockledger.api.stock.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of promises. A reservation of many lines is decided on all its items together
 * and recorded on all of them or on none.
 */
public sealed interface ReservationCommand {
  Circumstances circumstances();

  /**
   * Promise units.
   *
   * @param reservationId given by the sender, or made by the server; unique in the whole ledger
   * @param lines 1 to 1,000, their names differ
   * @param expiry none makes it allocated at once
   * @param channel through which it is promised; none bypasses channel rules
   * @param single asked on one item: a refusal is that of its line, not {@code lines-refused}
   */
  record ReserveStock(
      String reservationId,
      List<RequestedLine> lines,
      @Nullable Expiry expiry,
      @Nullable String channel,
      Accept accept,
      boolean single,
      Circumstances circumstances)
      implements ReservationCommand {}

  /** Pending becomes allocated, whole. */
  record ConfirmReservation(String reservationId, Circumstances circumstances)
      implements ReservationCommand {}

  /** A pending one gets another expiry. */
  record ExtendReservation(String reservationId, Expiry expiry, Circumstances circumstances)
      implements ReservationCommand {}

  /**
   * All lines stated anew: what shall be open from now on.
   *
   * @param lines 1 to 1,000; a line that is not named is released
   */
  record ChangeReservation(
      String reservationId, List<RequestedLine> lines, Circumstances circumstances)
      implements ReservationCommand {}

  /**
   * Good units are taken against the reservation.
   *
   * @param part which of its lines and how much; everything open when it names nothing
   * @param happened stated as a fact
   * @param closeReservation release what this leaves open, with reason {@code closeReason}
   */
  record PickReservation(
      String reservationId,
      Part part,
      boolean happened,
      boolean closeReservation,
      Circumstances circumstances)
      implements ReservationCommand {}

  /**
   * Promised units become free.
   *
   * @param part which of its lines and how much; everything open when it names nothing
   */
  record ReleaseReservation(
      String reservationId, Part part, @Nullable ReleaseReason reason, Circumstances circumstances)
      implements ReservationCommand {}

  /**
   * All open reservations of a document, or all that is open at a location, become free together.
   * Exactly one of {@code reference} and {@code location} is given.
   */
  record ReleaseReservations(
      @Nullable Reference reference,
      @Nullable String location,
      @Nullable ReleaseReason reason,
      Circumstances circumstances)
      implements ReservationCommand {}

  /** Make the expiry of a reservation official, on all its items. Sent by the ledger itself. */
  record ExpireReservation(String reservationId) implements ReservationCommand {
    @Override
    public Circumstances circumstances() {
      return Circumstances.NONE;
    }
  }

  /** All lines in full, or what there is. */
  enum Accept {
    ALL,
    AVAILABLE
  }

  /**
   * One line of a request.
   *
   * @param line its name within the reservation
   * @param locations candidates in order of preference, at least one
   * @param quantity from 1
   * @param split several candidates may serve it together
   */
  record RequestedLine(
      String line, List<String> locations, String sku, long quantity, boolean split) {}

  /** When a promise ends: at a moment, or so long after it is recorded. Exactly one is given. */
  record Expiry(@Nullable Instant at, @Nullable Duration in) {
    public Instant resolve(Instant recordedAt) {
      if (at != null) {
        return at;
      }
      if (in != null) {
        return recordedAt.plus(in);
      }
      throw new IllegalStateException("an expiry has a moment or a length");
    }
  }

  /**
   * A part of a reservation.
   *
   * @param item only its lines on this item
   * @param quantity that many units, over its lines in their order; more than one item must not be
   *     open then
   * @param lines quantities by line; empty for the other two forms
   */
  record Part(@Nullable ItemId item, @Nullable Long quantity, List<LineQuantity> lines) {
    public static final Part ALL = new Part(null, null, List.of());
  }

  /**
   * @param quantity none means all that is open
   */
  record LineQuantity(String line, @Nullable Long quantity) {}
}
