package io.stockledger.server.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Identifiers;
import io.stockledger.api.reservation.ReservationCommand.RequestedLine;
import io.stockledger.api.reservation.ReservationCommand.ReserveStock;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.reservation.AcceptWord;
import io.stockledger.server.reservation.ChannelGuard;
import io.stockledger.server.reservation.Expiries;
import io.stockledger.server.reservation.ReservationIds;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.ItemRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reservation of one line. */
record ReserveRequest(
    @NotNull @Min(1) @Max(Figures.MAX_QUANTITY) Long quantity,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String reservationId,
    @Nullable Duration expiresIn,
    @Nullable Instant expiresAt,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String channel,
    @Nullable AcceptWord accept,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements ItemRequest {
  private static final String ONLY_LINE = "1";

  @Override
  public void check(Faults faults, String path) {
    ItemRequest.super.check(faults, path);
    Expiries.check(expiresIn, expiresAt, faults);
  }

  @Override
  public Object command(ItemId item, Write write) {
    ChannelGuard.requireMayReserve(write, channel);
    RequestedLine line =
        new RequestedLine(ONLY_LINE, List.of(item.location()), item.sku(), quantity, false);
    return new ReserveStock(
        ReservationIds.orNew(reservationId, write),
        List.of(line),
        Expiries.orNone(expiresIn, expiresAt),
        channel,
        AcceptWord.orAll(accept),
        true,
        circumstances(write));
  }
}
