package io.stockledger.command.reservation;

import io.stockledger.api.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every reservation by its id, closed ones included, so that an id is used once and a closed one is
 * still known. Written in the transaction of the entries, read with everything that was put before
 * in the same batch.
 */
public interface ReservationRegister {
  @Nullable Reservation find(String reservationId);

  /** Keep it under its id, in place of what was there. */
  void put(Reservation reservation);

  /**
   * @return reservations with an open line and that reference, in order of id, at most {@code
   *     limit}
   */
  List<Reservation> openWithReference(Reference reference, int limit);

  /**
   * @return reservations with an open line at that location, in order of id, at most {@code limit}
   */
  List<Reservation> openAt(String location, int limit);
}
