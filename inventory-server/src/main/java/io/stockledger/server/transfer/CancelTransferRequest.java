package io.stockledger.server.transfer;

import io.stockledger.api.Circumstances;
import io.stockledger.api.transfer.TransferCommand.CancelTransfer;
import io.stockledger.api.transfer.TransferReason;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.TransferRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units that did not leave are free again. */
record CancelTransferRequest(
    @Nullable @Size(min = 1, max = TransferLineRequest.MOST) List<@Valid KeptLine> lines,
    @Nullable TransferReason reason,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements TransferRequest {
  /** Nothing is said. */
  static final CancelTransferRequest NOTHING =
      new CancelTransferRequest(null, null, null, null, null, null);

  @Override
  public void check(Faults faults, String path) {
    TransferRequest.super.check(faults, path);
    KeptLine.check(lines, faults);
    TransferReasons.check(reason, note, faults);
  }

  @Override
  public Object command(String transferId, Write write) {
    return new CancelTransfer(transferId, KeptLine.units(lines), reason, circumstances(write));
  }
}
