package io.stockledger.server.reservation;

import io.stockledger.api.Circumstances;
import io.stockledger.api.reservation.ReservationCommand.ExtendReservation;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.ReservationRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Another expiry. */
record ExtendRequest(
    @Nullable Duration expiresIn,
    @Nullable Instant expiresAt,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements ReservationRequest {
  @Override
  public void check(Faults faults, String path) {
    ReservationRequest.super.check(faults, path);
    Expiries.check(expiresIn, expiresAt, faults);
    if (expiresIn == null
        && expiresAt == null
        && !faults.knows("expiresIn")
        && !faults.knows("expiresAt")) {
      faults.add("expiresAt", "give either expiresAt or expiresIn", null);
    }
  }

  @Override
  public Object command(String reservationId, Write write) {
    return new ExtendReservation(
        reservationId,
        Objects.requireNonNull(Expiries.orNone(expiresIn, expiresAt), "an expiry"),
        circumstances(write));
  }
}
