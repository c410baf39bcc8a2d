package io.stockledger.server.inbound;

import io.stockledger.api.Circumstances;
import io.stockledger.api.inbound.InboundCommand.ReviseSupply;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.InboundRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines stated anew, or added. */
record ReviseSupplyRequest(
    @NotNull @Size(min = 1, max = LineNames.MOST) List<@Valid RevisedSupplyLine> lines,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements InboundRequest {
  @Override
  public void check(Faults faults, String path) {
    InboundRequest.super.check(faults, path);
    if (lines == null) {
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).check(faults, "lines[" + i + "].");
    }
    LineNames.checkDiffer(lines.size(), i -> lines.get(i).line(), faults);
  }

  @Override
  public Object command(String inboundId, Write write) {
    return new ReviseSupply(
        inboundId, lines.stream().map(RevisedSupplyLine::revised).toList(), circumstances(write));
  }
}
