package io.stockledger.server.reservation;

import io.stockledger.api.Circumstances;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.Stated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Another expiry. */
record ExtendRequest(
    @Nullable Duration expiresIn,
    @Nullable Instant expiresAt,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements Stated {
  @Override
  public void check(Faults faults, String path) {
    Stated.super.check(faults, path);
    Expiries.check(expiresIn, expiresAt, faults);
    if (expiresIn == null
        && expiresAt == null
        && !faults.knows("expiresIn")
        && !faults.knows("expiresAt")) {
      faults.add("expiresAt", "give either expiresAt or expiresIn", null);
    }
  }
}
