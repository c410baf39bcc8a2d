package io.stockledger.command.inbound;

import io.stockledger.api.Refusal;
import io.stockledger.api.inbound.InboundCommand.ReceiveSupply;
import io.stockledger.api.inbound.InboundCommand.ReceivedLine;
import io.stockledger.api.inbound.InboundRefusal.ExceedsExpected;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.SupplyEvent.StockSupplyReceived;
import io.stockledger.command.inbound.Inbound.Line;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.Effect;
import io.stockledger.command.stock.ItemDraft;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How units come: a movement like any other, absorbed where a later count had seen them, that uses
 * up what was expected. More than that needs a reason, and so does what is given up.
 */
final class ReceiveRules extends LineRules<ReceivedLine> {
  private final ReceiveSupply command;

  ReceiveRules(Dock dock, ReceiveSupply command) {
    super(dock);
    this.command = command;
  }

  Verdict decide() {
    return decide(command.inboundId(), open -> command.lines());
  }

  @Override
  String name(ReceivedLine asked) {
    return asked.line();
  }

  @Override
  @Nullable Refusal decide(Inbound inbound, Line line, ReceivedLine asked, Drafts drafts) {
    long units = asked.units();
    long fulfilled = Math.min(units, line.open());
    boolean excess = units > line.open();
    if ((excess && asked.reason() == null) || asked.missing() > line.open() - fulfilled) {
      return new ExceedsExpected(inbound.id(), line.line(), units + asked.missing(), line.open());
    }
    ItemDraft draft = drafts.of(inbound.item(line));
    Instant occurredAt = draft.occurred(command.circumstances());
    LocalDate receivedOn = dock().days().dayAt(inbound.location(), occurredAt);
    draft.record(
        command.circumstances(),
        asked.reason() == null ? null : asked.reason().name(),
        Effect.ofMovement(draft.item(), asked.received(), occurredAt)
            .and(Change.ofExpected(-fulfilled - asked.missing())),
        entry ->
            new StockSupplyReceived(
                entry,
                inbound.id(),
                line.line(),
                receivedOn,
                asked.received(),
                fulfilled,
                asked.missing()));
    return null;
  }
}
