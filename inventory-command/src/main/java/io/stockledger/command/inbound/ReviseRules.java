package io.stockledger.command.inbound;

import io.stockledger.api.Refusal;
import io.stockledger.api.inbound.InboundCommand.ExpectedLine;
import io.stockledger.api.inbound.InboundCommand.ReviseSupply;
import io.stockledger.api.inbound.InboundCommand.RevisedLine;
import io.stockledger.api.inbound.InboundRefusal.BelowReceived;
import io.stockledger.api.inbound.InboundRefusal.DuplicateLine;
import io.stockledger.api.inbound.InboundRefusal.TooManyLines;
import io.stockledger.api.inbound.InboundRefusal.UnknownInboundLine;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.SupplyEvent.StockSupplyRevised;
import io.stockledger.command.inbound.ExpectRules.Announced;
import io.stockledger.command.inbound.Inbound.Line;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.Effect;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How lines are stated anew, or added. A quantity is that of the whole line: what became of it
 * already is a part of it, and so is the least that it can be.
 */
final class ReviseRules extends LineRules<RevisedLine> {
  /** The most lines that an inbound may have. */
  static final int MOST_LINES = 1_000;

  private final ReviseSupply command;

  ReviseRules(Dock dock, ReviseSupply command) {
    super(dock);
    this.command = command;
  }

  Verdict decide() {
    Inbound inbound = dock().register().find(command.inboundId());
    if (inbound != null) {
      long added = command.lines().stream().filter(l -> inbound.line(l.line()) == null).count();
      int lines = inbound.lines().size() + (int) added;
      if (lines > MOST_LINES) {
        return Verdict.refused(new TooManyLines(inbound.id(), lines, MOST_LINES));
      }
    }
    return decide(command.inboundId(), open -> command.lines());
  }

  @Override
  String name(RevisedLine asked) {
    return asked.line();
  }

  @Override
  @Nullable String newSku(RevisedLine asked) {
    return asked.sku();
  }

  @Override
  @Nullable Refusal decideNew(Inbound inbound, RevisedLine asked, Drafts drafts) {
    String sku = asked.sku();
    Long quantity = asked.quantity();
    LocalDate expectedBy = asked.expectedBy();
    if (sku == null || quantity == null || expectedBy == null) {
      return new UnknownInboundLine(inbound.id(), asked.line());
    }
    return new ExpectRules(dock())
        .expect(
            new Announced(inbound.id(), inbound.kind(), inbound.vendor(), command.circumstances()),
            inbound.location(),
            new ExpectedLine(
                asked.line(), sku, quantity, asked.expectedFrom(), expectedBy, asked.cohort()),
            drafts);
  }

  @Override
  @Nullable Refusal decide(Inbound inbound, Line line, RevisedLine asked, Drafts drafts) {
    if (asked.sku() != null && !asked.sku().equals(line.sku())) {
      return new DuplicateLine(inbound.id(), line.line(), line.sku());
    }
    long quantity = asked.quantity() == null ? line.quantity() : asked.quantity();
    if (quantity < line.settled()) {
      return new BelowReceived(
          inbound.id(), line.line(), quantity, line.fulfilled(), line.missing(), line.cancelled());
    }
    LocalDate by = asked.expectedBy();
    LocalDate expectedFrom = by == null ? line.expectedFrom() : asked.expectedFrom();
    LocalDate expectedBy = by == null ? line.expectedBy() : by;
    String cohort = asked.cohort() == null ? line.cohort() : asked.cohort();
    boolean same =
        quantity == line.quantity()
            && Objects.equals(expectedFrom, line.expectedFrom())
            && expectedBy.equals(line.expectedBy())
            && Objects.equals(cohort, line.cohort());
    if (!same) {
      drafts
          .of(inbound.item(line))
          .record(
              command.circumstances(),
              null,
              Effect.of(Change.ofExpected(quantity - line.quantity())),
              entry ->
                  new StockSupplyRevised(
                      entry,
                      inbound.id(),
                      line.line(),
                      quantity,
                      expectedFrom,
                      expectedBy,
                      cohort));
    }
    return null;
  }
}
