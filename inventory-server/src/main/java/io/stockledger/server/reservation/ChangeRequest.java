package io.stockledger.server.reservation;

import io.stockledger.api.Circumstances;
import io.stockledger.api.reservation.ReservationCommand.ChangeReservation;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.ReservationRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All lines stated anew. */
record ChangeRequest(
    @NotNull @Size(min = 1, max = LineRequest.MOST) List<@Valid LineRequest> lines,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements ReservationRequest {
  @Override
  public void check(Faults faults, String path) {
    ReservationRequest.super.check(faults, path);
    if (lines != null) {
      LineRequest.checkAll(lines, faults);
    }
  }

  @Override
  public Object command(String reservationId, Write write) {
    return new ChangeReservation(reservationId, LineRequest.requested(lines), circumstances(write));
  }
}
