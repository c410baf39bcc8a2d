package io.stockledger.command.reservation;

import io.stockledger.api.stock.StockEvent.ExpiredLine;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.command.stock.ExpiryRecord;

/** Takes what expired on an item off the reservations in the register. */
public final class RegisteredExpiries implements ExpiryRecord {
  private final ReservationRegister register;

  public RegisteredExpiries(ReservationRegister register) {
    this.register = register;
  }

  @Override
  public void keep(StockReservationsExpired expired) {
    expired.expired().stream()
        .map(ExpiredLine::reservationId)
        .distinct()
        .forEach(id -> keep(id, expired));
  }

  private void keep(String reservationId, StockReservationsExpired expired) {
    Reservation reservation = register.find(reservationId);
    if (reservation != null) {
      register.put(reservation.evolve(expired));
    }
  }
}
