package io.stockledger.command.reservation;

import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationRefusal.LineAvailability;
import io.stockledger.api.reservation.ReservationRefusal.NotPending;
import io.stockledger.api.reservation.ReservationRefusal.ReservationClosed;
import io.stockledger.api.reservation.ReservationRefusal.ReservationExpired;
import io.stockledger.api.reservation.ReservationState;
import io.stockledger.command.stock.Drafts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A closed reservation takes nothing more and names its state. */
final class Closed {
  private Closed() {}

  static @Nullable Refusal refusal(Reservation reservation, Drafts drafts) {
    ReservationState state = reservation.state(drafts.now());
    return switch (state) {
      case PENDING, ALLOCATED -> null;
      case PICKED, RELEASED -> new ReservationClosed(reservation.id(), state);
      case EXPIRED -> expired(reservation, drafts);
    };
  }

  static @Nullable Refusal unlessPending(Reservation reservation, Drafts drafts) {
    Refusal closed = refusal(reservation, drafts);
    if (closed != null) {
      return closed;
    }
    ReservationState state = reservation.state(drafts.now());
    return state == ReservationState.PENDING ? null : new NotPending(reservation.id(), state);
  }

  private static Refusal expired(Reservation reservation, Drafts drafts) {
    Instant expiredAt = Objects.requireNonNull(reservation.expiresAt());
    List<LineAvailability> lines =
        reservation.lines().stream()
            .map(
                l ->
                    new LineAvailability(
                        l.line(),
                        l.location(),
                        l.sku(),
                        drafts.of(l.item()).item().figures().available()))
            .toList();
    return lines.size() == 1
        ? new ReservationExpired(
            reservation.id(), expiredAt, lines.getFirst().available(), List.of())
        : new ReservationExpired(reservation.id(), expiredAt, null, lines);
  }
}
