package io.stockledger.server.reservation;

import io.stockledger.api.Circumstances;
import io.stockledger.api.reservation.ReservationCommand.ConfirmReservation;
import io.stockledger.server.http.Write;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.ReservationRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Pending becomes allocated. */
record ConfirmRequest(
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements ReservationRequest {
  /** Nothing is said. */
  static final ConfirmRequest NOTHING = new ConfirmRequest(null, null, null, null);

  @Override
  public Object command(String reservationId, Write write) {
    return new ConfirmReservation(reservationId, circumstances(write));
  }
}
