package io.stockledger.command.reservation;

import io.stockledger.api.reservation.ReservationOutcome;
import io.stockledger.api.reservation.ReservationOutcome.LineAfter;
import io.stockledger.api.reservation.ReservationOutcome.ReservationAfter;
import io.stockledger.api.reservation.ReservationOutcome.Shown;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.ExpiredLine;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.ItemDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an accepted command leaves behind: reservations to put into the register, and the answer.
 *
 * @param reservations that changed: those it was about, and others of which lines ran out on the
 *     same items
 */
record Settlement(List<Reservation> reservations, ReservationOutcome outcome) {

  static Settlement of(Verdict.Accepted accepted, Desk desk) {
    Drafts drafts = accepted.drafts();
    Map<String, Reservation> changed = new LinkedHashMap<>();
    List<ReservationAfter> shown = new ArrayList<>();
    Set<String> channels = new HashSet<>();
    for (Reservation before : accepted.before()) {
      Reservation after = before.evolve(drafts);
      if (!after.equals(before)) {
        changed.put(after.id(), after);
      }
      shown.add(shown(after, accepted));
      if (after.channel() != null) {
        channels.add(after.channel());
      }
    }
    addExpiriesOfOthers(drafts, desk.register(), changed);
    return new Settlement(
        List.copyOf(changed.values()),
        new ReservationOutcome(
            shown,
            drafts.touched().stream().map(draft -> draft.item().after(drafts.now())).toList(),
            accepted.created(),
            accepted.single(),
            figures(drafts, channels, desk)));
  }

  /** Whoever sees through a channel's eyes is told its figures in the place of the ledger's. */
  private static Shown figures(Drafts drafts, Set<String> channels, Desk desk) {
    if (channels.size() != 1) {
      return Shown.NOTHING;
    }
    String channel = channels.iterator().next();
    return item -> {
      ChannelSales sales = ChannelSales.of(desk.offering(), channel);
      return sales == null ? null : sales.shown(drafts.of(item).item(), drafts.now());
    };
  }

  private static void addExpiriesOfOthers(
      Drafts drafts, ReservationRegister register, Map<String, Reservation> changed) {
    for (ItemDraft draft : drafts.touched()) {
      for (StockEvent event : draft.events()) {
        if (event instanceof StockReservationsExpired expired) {
          for (ExpiredLine line : expired.expired()) {
            if (!changed.containsKey(line.reservationId())) {
              Reservation other = register.find(line.reservationId());
              if (other != null) {
                changed.put(other.id(), other.evolve(drafts));
              }
            }
          }
        }
      }
    }
  }

  private static ReservationAfter shown(Reservation after, Verdict.Accepted accepted) {
    ReservationAfter shown = after.after(accepted.drafts().now());
    List<LineAfter> lines = new ArrayList<>(shown.lines());
    lines.addAll(accepted.ungranted());
    return new ReservationAfter(
        shown.reservationId(), shown.state(), shown.expiresAt(), List.copyOf(lines));
  }
}
