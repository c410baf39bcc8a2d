package io.stockledger.server.write;

import io.stockledger.server.http.Write;

/** A checked body about one reservation, whose id stands beside it. */
public interface ReservationRequest extends Stated {
  /** What it asks of the ledger. */
  Object command(String reservationId, Write write);
}
