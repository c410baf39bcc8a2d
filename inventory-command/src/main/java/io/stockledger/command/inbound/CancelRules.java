package io.stockledger.command.inbound;

import io.stockledger.api.Refusal;
import io.stockledger.api.inbound.InboundCommand.CancelSupply;
import io.stockledger.api.inbound.InboundCommand.CancelledLine;
import io.stockledger.api.inbound.InboundRefusal.ExceedsExpected;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.SupplyEvent.StockSupplyCancelled;
import io.stockledger.command.inbound.Inbound.Line;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.Effect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How what is still expected is called off; what came stays. */
final class CancelRules extends LineRules<CancelledLine> {
  private final CancelSupply command;

  CancelRules(Dock dock, CancelSupply command) {
    super(dock);
    this.command = command;
  }

  Verdict decide() {
    return decide(
        command.inboundId(),
        open -> command.lines().isEmpty() ? allThatIsExpected(open) : command.lines());
  }

  private static List<CancelledLine> allThatIsExpected(Inbound inbound) {
    return inbound.lines().stream()
        .filter(line -> line.open() > 0)
        .map(line -> new CancelledLine(line.line(), null))
        .toList();
  }

  @Override
  String name(CancelledLine asked) {
    return asked.line();
  }

  @Override
  @Nullable Refusal decide(Inbound inbound, Line line, CancelledLine asked, Drafts drafts) {
    long quantity = asked.quantity() == null ? line.open() : asked.quantity();
    if (quantity > line.open()) {
      return new ExceedsExpected(inbound.id(), line.line(), quantity, line.open());
    }
    if (quantity > 0) {
      drafts
          .of(inbound.item(line))
          .record(
              command.circumstances(),
              command.reason() == null ? null : command.reason().name(),
              Effect.of(Change.ofExpected(-quantity)),
              entry -> new StockSupplyCancelled(entry, inbound.id(), line.line(), quantity));
    }
    return null;
  }
}
