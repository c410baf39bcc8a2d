package io.stockledger.server.transfer;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Identifiers;
import io.stockledger.api.transfer.TransferCommand.DispatchTransfer;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.TransferRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units leave the origin. */
record DispatchTransferRequest(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String part,
    @Nullable @Size(min = 1, max = TransferLineRequest.MOST) List<@Valid KeptLine> lines,
    @Nullable Instant expectedAt,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements TransferRequest {
  /** Nothing is said. */
  static final DispatchTransferRequest NOTHING =
      new DispatchTransferRequest(null, null, null, null, null, null, null);

  @Override
  public void check(Faults faults, String path) {
    TransferRequest.super.check(faults, path);
    KeptLine.check(lines, faults);
  }

  @Override
  public Object command(String transferId, Write write) {
    return new DispatchTransfer(
        transferId, part, KeptLine.units(lines), expectedAt, circumstances(write));
  }
}
