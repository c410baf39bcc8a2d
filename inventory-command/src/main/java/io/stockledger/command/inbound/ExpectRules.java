package io.stockledger.command.inbound;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Refusal;
import io.stockledger.api.inbound.InboundCommand.ExpectSupply;
import io.stockledger.api.inbound.InboundCommand.ExpectedLine;
import io.stockledger.api.inbound.InboundKind;
import io.stockledger.api.inbound.InboundRefusal.DuplicateInbound;
import io.stockledger.api.inbound.InboundRefusal.InboundLineRefused;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockRefusal.UnknownLocation;
import io.stockledger.api.stock.SupplyEvent.StockSupplyExpected;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.Effect;
import io.stockledger.command.stock.ItemDraft;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How units come to be expected. An item comes into being by it, if both its ids are known. */
final class ExpectRules {
  private final Dock dock;

  ExpectRules(Dock dock) {
    this.dock = dock;
  }

  Verdict decide(ExpectSupply command) {
    if (dock.register().find(command.inboundId()) != null) {
      return Verdict.refused(new DuplicateInbound(command.inboundId()));
    }
    Drafts drafts =
        dock.drafts(
            command.lines().stream()
                .map(line -> new ItemId(command.location(), line.sku()))
                .toList());
    Announced announced =
        new Announced(
            command.inboundId(), command.kind(), command.vendor(), command.circumstances());
    List<InboundLineRefused> refused = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (ExpectedLine line : command.lines()) {
      Refusal refusal = expect(announced, command.location(), line, drafts);
      if (refusal instanceof UnknownLocation) {
        return Verdict.refused(refusal); // where all of them shall come
      }
      if (refusal != null) {
        refused.add(new InboundLineRefused(line.line(), refusal));
      }
      names.add(line.line());
    }
    return refused.isEmpty() ? new Verdict.Accepted(drafts, null, names) : Verdict.refused(refused);
  }

  /** What all lines of an inbound share. */
  record Announced(
      String inboundId, InboundKind kind, String vendor, Circumstances circumstances) {}

  @Nullable Refusal expect(Announced by, String location, ExpectedLine line, Drafts drafts) {
    ItemId item = new ItemId(location, line.sku());
    if (!drafts.original(item).exists()) {
      Refusal unregistered = dock.surroundings().unregistered(item);
      if (unregistered != null) {
        return unregistered;
      }
    }
    ItemDraft draft = drafts.of(item);
    draft.record(
        by.circumstances(),
        null,
        Effect.of(Change.ofExpected(line.quantity())),
        entry ->
            new StockSupplyExpected(
                entry,
                by.inboundId(),
                line.line(),
                by.kind(),
                line.quantity(),
                by.vendor(),
                line.expectedFrom(),
                line.expectedBy(),
                line.cohort()));
    Refusal closed = dock.surroundings().closed(draft);
    return closed == null ? draft.tooLarge() : closed;
  }
}
