package io.stockledger.command.reservation;

import io.stockledger.api.stock.StockEvent.ExpiredLine;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.command.stock.ExpiryRecord;
import java.util.function.Predicate;

/** Takes what expired on an item off the reservations in the register. */
public final class RegisteredExpiries implements ExpiryRecord {
  private final ReservationRegister register;

  public RegisteredExpiries(ReservationRegister register) {
    this.register = register;
  }

  @Override
  public void keep(StockReservationsExpired expired) {
    keep(expired, id -> true);
  }

  /** Only for those reservations that the caller does not keep itself. */
  void keep(StockReservationsExpired expired, Predicate<String> concerned) {
    expired.expired().stream()
        .map(ExpiredLine::reservationId)
        .distinct()
        .filter(concerned)
        .forEach(
            id -> {
              Reservation reservation = register.find(id);
              if (reservation != null) {
                register.put(reservation.evolve(expired));
              }
            });
  }
}
