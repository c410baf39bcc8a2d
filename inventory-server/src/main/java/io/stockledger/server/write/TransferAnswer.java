package io.stockledger.server.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.transfer.TransferLine;
import io.stockledger.api.transfer.TransferOutcome.TransferAfter;
import io.stockledger.api.transfer.TransferPart;
import io.stockledger.api.transfer.TransferState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a write on a transfer.
 *
 * @param expectedAt the earliest moment at which something that is open should arrive
 * @param parts in the order in which they left
 * @param entries the items that were touched
 * @param dryRun true where nothing was written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransferAnswer(
    String transferId,
    TransferState state,
    String from,
    String to,
    @Nullable Instant expectedAt,
    List<TransferLine> lines,
    List<TransferPart> parts,
    List<WriteAnswer> entries,
    @Nullable Boolean dryRun) {

  static TransferAnswer of(
      TransferAfter transfer, List<ItemEntry> entries, @Nullable Boolean dryRun) {
    return new TransferAnswer(
        transfer.transferId(),
        transfer.state(),
        transfer.from(),
        transfer.to(),
        transfer.expectedAt(),
        transfer.lines(),
        transfer.parts(),
        entries.stream().map(entry -> WriteAnswer.ofItem(entry, null, null)).toList(),
        dryRun);
  }
}
