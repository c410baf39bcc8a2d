package io.stockledger.server.reservation;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Identifiers;
import io.stockledger.api.reservation.ReservationCommand.ReserveStock;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.SeveralRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reservation of one or many lines. */
record CreateRequest(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String reservationId,
    @NotNull @Size(min = 1, max = LineRequest.MOST) List<@Valid LineRequest> lines,
    @Nullable Duration expiresIn,
    @Nullable Instant expiresAt,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String channel,
    @Nullable AcceptWord accept,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements SeveralRequest {
  @Override
  public void check(Faults faults, String path) {
    SeveralRequest.super.check(faults, path);
    Expiries.check(expiresIn, expiresAt, faults);
    if (lines != null) {
      LineRequest.checkAll(lines, faults);
    }
  }

  @Override
  public Object command(Write write) {
    ChannelGuard.requireMayReserve(write, channel);
    return new ReserveStock(
        ReservationIds.orNew(reservationId, write),
        LineRequest.requested(lines),
        Expiries.orNone(expiresIn, expiresAt),
        channel,
        AcceptWord.orAll(accept),
        false,
        circumstances(write));
  }
}
