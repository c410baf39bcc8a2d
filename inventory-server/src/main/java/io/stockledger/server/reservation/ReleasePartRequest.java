package io.stockledger.server.reservation;

import io.stockledger.api.Circumstances;
import io.stockledger.api.reservation.ReleaseReason;
import io.stockledger.api.reservation.ReservationCommand.ReleaseReservation;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.ReservationRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Promised units become free. */
record ReleasePartRequest(
    @Nullable @Min(1) @Max(Figures.MAX_QUANTITY) Long quantity,
    @Nullable @Size(min = 1, max = LineRequest.MOST) List<@Valid PartLine> lines,
    @Nullable ReleaseReason reason,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements ReservationRequest {
  /** Nothing is said. */
  static final ReleasePartRequest NOTHING =
      new ReleasePartRequest(null, null, null, null, null, null, null);

  @Override
  public void check(Faults faults, String path) {
    ReservationRequest.super.check(faults, path);
    PartLine.check(quantity, lines, faults);
    ReleaseReasons.check(reason, faults);
  }

  @Override
  public Object command(String reservationId, Write write) {
    return new ReleaseReservation(
        reservationId, PartLine.part(quantity, lines), reason, circumstances(write));
  }
}
