package io.stockledger.server.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Identifiers;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.Stated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Good units are taken, with or without a reservation. */
record PickRequest(
    @Nullable @Min(1) @Max(Figures.MAX_QUANTITY) Long quantity,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String reservationId,
    @Nullable Boolean happened,
    @Nullable Boolean closeReservation,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements Stated {
  @Override
  public void check(Faults faults, String path) {
    Stated.super.check(faults, path);
    if (reservationId == null && quantity == null && !faults.knows("quantity")) {
      faults.add("quantity", "is needed without a reservationId", null);
    }
    if (reservationId == null && closeReservation != null && !faults.knows("reservationId")) {
      faults.add("closeReservation", "needs a reservationId", closeReservation);
    }
  }
}
