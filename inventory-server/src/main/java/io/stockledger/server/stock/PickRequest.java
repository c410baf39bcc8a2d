package io.stockledger.server.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Identifiers;
import io.stockledger.api.reservation.ReservationCommand.Part;
import io.stockledger.api.reservation.ReservationCommand.PickReservation;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.PickStock;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.ItemRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
    implements ItemRequest {
  @Override
  public void check(Faults faults, String path) {
    ItemRequest.super.check(faults, path);
    if (reservationId == null && quantity == null && !faults.knows("quantity")) {
      faults.add("quantity", "is needed without a reservationId", null);
    }
    if (reservationId == null && closeReservation != null && !faults.knows("reservationId")) {
      faults.add("closeReservation", "needs a reservationId", closeReservation);
    }
  }

  @Override
  public Object command(ItemId item, Write write) {
    boolean asFact = Boolean.TRUE.equals(happened);
    return reservationId == null
        ? new PickStock(
            item, Objects.requireNonNull(quantity, "quantity"), asFact, circumstances(write))
        : new PickReservation(
            reservationId,
            new Part(item, quantity, List.of()),
            asFact,
            Boolean.TRUE.equals(closeReservation),
            circumstances(write));
  }
}
