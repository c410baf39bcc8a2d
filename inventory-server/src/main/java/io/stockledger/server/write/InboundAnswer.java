package io.stockledger.server.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.stockledger.api.inbound.InboundOutcome.InboundAfter;
import io.stockledger.api.inbound.InboundOutcome.LineAfter;
import io.stockledger.api.inbound.InboundState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a write on expected supply.
 *
 * @param lines that the command was about, as it left them
 * @param entries an element for each item that it touched
 * @param dryRun true where nothing was written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"inboundId", "state", "location", "lines", "entries", "dryRun"})
public record InboundAnswer(
    String inboundId,
    InboundState state,
    String location,
    List<LineAfter> lines,
    List<WriteAnswer> entries,
    @Nullable Boolean dryRun) {

  static InboundAnswer of(InboundAfter after, List<ItemEntry> entries, @Nullable Boolean dryRun) {
    return new InboundAnswer(
        after.inboundId(),
        after.state(),
        after.location(),
        after.lines(),
        entries.stream().map(entry -> WriteAnswer.ofItem(entry, null, null)).toList(),
        dryRun);
  }
}
