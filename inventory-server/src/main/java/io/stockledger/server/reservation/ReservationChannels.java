package io.stockledger.server.reservation;

import java.util.Optional;

/** Knows through which channel a reservation was made, as of the newest entry. */
@FunctionalInterface
public interface ReservationChannels {
  /** None, when there is no such reservation or it was made without a channel. */
  Optional<String> channelOf(String reservationId);
}
