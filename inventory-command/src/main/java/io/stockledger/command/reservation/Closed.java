package io.stockledger.command.reservation;

import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationRefusal.LineAvailability;
import io.stockledger.api.reservation.ReservationRefusal.NotPending;
import io.stockledger.api.reservation.ReservationRefusal.ReservationClosed;
import io.stockledger.api.reservation.ReservationRefusal.ReservationExpired;
import io.stockledger.api.reservation.ReservationState;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.ItemDraft;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A closed reservation takes nothing more and names its state. */
final class Closed {
  private Closed() {}

  static @Nullable Refusal refusal(Reservation reservation, Drafts drafts, Desk desk) {
    ReservationState state = reservation.state(drafts.now());
    return switch (state) {
      case PENDING, ALLOCATED -> null;
      case PICKED, RELEASED -> new ReservationClosed(reservation.id(), state);
      case EXPIRED -> expired(reservation, drafts, desk);
    };
  }

  static @Nullable Refusal unlessPending(Reservation reservation, Drafts drafts, Desk desk) {
    Refusal closed = refusal(reservation, drafts, desk);
    if (closed != null) {
      return closed;
    }
    ReservationState state = reservation.state(drafts.now());
    return state == ReservationState.PENDING ? null : new NotPending(reservation.id(), state);
  }

  private static Refusal expired(Reservation reservation, Drafts drafts, Desk desk) {
    ChannelSales sales =
        reservation.channel() == null
            ? null
            : ChannelSales.of(desk.offering(), reservation.channel());
    Instant expiredAt = Objects.requireNonNull(reservation.expiresAt());
    List<LineAvailability> lines =
        reservation.lines().stream()
            .map(line -> availability(line, drafts.of(line.item()), sales))
            .toList();
    return lines.size() == 1
        ? new ReservationExpired(
            reservation.id(),
            expiredAt,
            lines.getFirst().available(),
            lines.getFirst().sellable(),
            List.of())
        : new ReservationExpired(reservation.id(), expiredAt, null, null, lines);
  }

  private static LineAvailability availability(
      Reservation.Line line, ItemDraft draft, @Nullable ChannelSales sales) {
    return new LineAvailability(
        line.line(),
        line.location(),
        line.sku(),
        draft.item().figures().available(),
        sales == null ? null : sales.shown(draft.item(), draft.now()));
  }
}
