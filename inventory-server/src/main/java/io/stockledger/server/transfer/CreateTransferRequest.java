package io.stockledger.server.transfer;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Identifiers;
import io.stockledger.api.transfer.TransferCommand.Arrival;
import io.stockledger.api.transfer.TransferCommand.RequestTransfer;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.reservation.ReservationIds;
import io.stockledger.server.security.Scope;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A transfer of one or many lines; with `move` it leaves and arrives at once. */
record CreateTransferRequest(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String transferId,
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String from,
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String to,
    @NotNull @Size(min = 1, max = TransferLineRequest.MOST) List<@Valid TransferLineRequest> lines,
    @Nullable Duration arrivesIn,
    @Nullable Instant expectedAt,
    @Nullable Boolean move,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements SeveralRequest {
  @Override
  public void check(Faults faults, String path) {
    SeveralRequest.super.check(faults, path);
    if (from != null && from.equals(to)) {
      faults.add(
          "to", "is where the transfer begins", to, ProblemType.TO_ITSELF, Map.of("location", to));
    }
    if (arrivesIn != null && expectedAt != null) {
      faults.add("arrivesIn", "is not taken together with expectedAt", arrivesIn);
    }
    if (arrivesIn != null && arrivesIn.isNegative()) {
      faults.add("arrivesIn", "must not be negative", arrivesIn);
    }
    if (isMove() && arrivesIn != null) {
      faults.add("arrivesIn", "is not taken by a move, which arrives at once", arrivesIn);
    }
    if (isMove() && expectedAt != null) {
      faults.add("expectedAt", "is not taken by a move, which arrives at once", expectedAt);
    }
    if (lines != null) {
      TransferLineRequest.checkAll(lines, faults);
    }
  }

  private boolean isMove() {
    return Boolean.TRUE.equals(move);
  }

  @Override
  public Object command(Write write) {
    if (isMove()) {
      write.caller().require(Scope.TRANSFER_DISPATCH);
      write.caller().require(Scope.TRANSFER_RECEIVE);
    }
    return new RequestTransfer(
        ReservationIds.orNew(transferId, write),
        from,
        to,
        TransferLineRequest.requested(lines),
        arrivesIn == null && expectedAt == null ? null : new Arrival(expectedAt, arrivesIn),
        isMove(),
        circumstances(write));
  }
}
