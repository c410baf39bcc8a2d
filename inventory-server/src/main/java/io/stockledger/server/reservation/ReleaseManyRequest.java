package io.stockledger.server.reservation;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Identifiers;
import io.stockledger.api.reservation.ReleaseReason;
import io.stockledger.api.reservation.ReservationCommand.ReleaseReservations;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.SeveralRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything open of a document, or at a location, becomes free. */
record ReleaseManyRequest(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable ReleaseReason reason,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements SeveralRequest {
  @Override
  public void check(Faults faults, String path) {
    SeveralRequest.super.check(faults, path);
    ReleaseReasons.check(reason, faults);
    if ((location == null) == (reference == null)
        && !faults.knows("location")
        && !faults.knows("reference")) {
      faults.add("reference", "give either reference or location", null);
    }
  }

  @Override
  public Object command(Write write) {
    Circumstances circumstances = circumstances(write);
    return new ReleaseReservations(circumstances.reference(), location, reason, circumstances);
  }
}
