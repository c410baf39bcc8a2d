package io.stockledger.server.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Identifiers;
import io.stockledger.api.reservation.ReleaseReason;
import io.stockledger.api.reservation.ReservationCommand.Part;
import io.stockledger.api.reservation.ReservationCommand.ReleaseReservation;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.reservation.ReleaseReasons;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.ItemRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Promised units of one item become free. */
record ReleaseRequest(
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String reservationId,
    @Nullable @Min(1) @Max(Figures.MAX_QUANTITY) Long quantity,
    @Nullable ReleaseReason reason,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements ItemRequest {
  @Override
  public void check(Faults faults, String path) {
    ItemRequest.super.check(faults, path);
    ReleaseReasons.check(reason, faults);
  }

  @Override
  public Object command(ItemId item, Write write) {
    return new ReleaseReservation(
        reservationId, new Part(item, quantity, List.of()), reason, circumstances(write));
  }
}
