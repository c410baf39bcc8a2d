package io.stockledger.server.inbound;

import io.stockledger.api.Circumstances;
import io.stockledger.api.inbound.InboundCommand.CancelSupply;
import io.stockledger.api.inbound.InboundReason;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.InboundRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is still expected will not come; all of it where no lines are named. */
record CancelSupplyRequest(
    @Nullable @Size(min = 1, max = LineNames.MOST) List<@Valid CancelledSupplyLine> lines,
    @Nullable InboundReason reason,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements InboundRequest {
  /** Nothing is said. */
  static final CancelSupplyRequest NOTHING =
      new CancelSupplyRequest(null, null, null, null, null, null);

  @Override
  public void check(Faults faults, String path) {
    InboundRequest.super.check(faults, path);
    Reasons.check(reason, note, faults);
    if (lines != null) {
      LineNames.checkDiffer(lines.size(), i -> lines.get(i).line(), faults);
    }
  }

  @Override
  public Object command(String inboundId, Write write) {
    return new CancelSupply(
        inboundId,
        lines == null ? List.of() : lines.stream().map(CancelledSupplyLine::cancelled).toList(),
        reason,
        circumstances(write));
  }
}
