package io.stockledger.command.inbound;

import io.stockledger.api.inbound.InboundOutcome;
import io.stockledger.api.inbound.InboundOutcome.InboundAfter;
import io.stockledger.command.stock.Drafts;
import java.util.Objects;

/**
 * What an accepted command leaves behind: the inbound to put into the register, and the answer.
 *
 * @param changed whether there is anything to put
 */
record Settlement(Inbound after, boolean changed, InboundOutcome outcome) {

  static Settlement of(Verdict.Accepted accepted) {
    Drafts drafts = accepted.drafts();
    Inbound before = accepted.before();
    Inbound after =
        Objects.requireNonNull(
            Inbound.after(before, drafts), "an inbound comes into being with its first line");
    InboundAfter shown =
        new InboundAfter(
            after.id(),
            after.state(),
            after.location(),
            after.lines().stream()
                .filter(line -> accepted.lines().contains(line.line()))
                .map(Inbound.Line::after)
                .toList());
    return new Settlement(
        after,
        !after.equals(before),
        new InboundOutcome(
            shown,
            drafts.touched().stream().map(draft -> draft.item().after(drafts.now())).toList(),
            before == null));
  }
}
