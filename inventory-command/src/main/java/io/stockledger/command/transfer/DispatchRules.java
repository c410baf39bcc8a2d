package io.stockledger.command.transfer;

import io.stockledger.api.Refusal;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.transfer.TransferCommand.DispatchTransfer;
import io.stockledger.api.transfer.TransferRefusal.DuplicateTransferId;
import io.stockledger.api.transfer.TransferRefusal.TooManyParts;
import io.stockledger.api.transfer.TransferRefusal.TransferClosed;
import io.stockledger.api.transfer.TransferRefusal.UnknownTransfer;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.transfer.Transfer.Share;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How units leave the origin. */
final class DispatchRules {
  /** How often a line may leave, over all lines of a transfer. */
  static final int MOST_SHARES = 10_000;

  private final Desk desk;

  DispatchRules(Desk desk) {
    this.desk = desk;
  }

  Verdict decide(DispatchTransfer command) {
    Transfer transfer = desk.register().find(command.transferId());
    if (transfer == null) {
      return Verdict.refused(new UnknownTransfer(command.transferId()));
    }
    Kept kept = new Kept(transfer);
    Refusal refusal = refusal(command, transfer, kept);
    if (refusal != null) {
      return Verdict.refused(refusal);
    }
    Drafts drafts = desk.drafts(items(transfer, kept));
    Entries entries = new Entries(drafts, transfer, command.circumstances());
    String part = command.part() == null ? nextPart(transfer) : command.part();
    Instant expectedAt =
        command.expectedAt() == null
            ? transfer.expectedAt()
            : command.expectedAt().truncatedTo(ChronoUnit.MILLIS);
    for (Kept.Take take : kept.takes()) {
      Refusal beyond = entries.dispatch(take.line(), part, take.units(), expectedAt);
      if (beyond != null) {
        return Verdict.refused(beyond);
      }
    }
    return Verdict.accepted(drafts, transfer, false, desk.surroundings());
  }

  private static @Nullable Refusal refusal(DispatchTransfer command, Transfer transfer, Kept kept) {
    if (!transfer.state().isOpen()) {
      return new TransferClosed(transfer.id(), transfer.state());
    }
    if (command.part() != null && transfer.hasPart(command.part())) {
      return new DuplicateTransferId(transfer.id(), command.part());
    }
    Refusal refusal = kept.choose(command.lines());
    if (refusal != null) {
      return refusal;
    }
    int shares = transfer.shares().size() + kept.takes().size();
    return shares > MOST_SHARES ? new TooManyParts(transfer.id(), shares, MOST_SHARES) : null;
  }

  private static Set<ItemId> items(Transfer transfer, Kept kept) {
    Set<ItemId> items = new LinkedHashSet<>();
    kept.takes().forEach(take -> items.add(transfer.origin(take.line())));
    kept.takes().forEach(take -> items.add(transfer.destination(take.line())));
    return items;
  }

  /** Numbered as they leave: {@code p1}, {@code p2} and so on, past names that were given. */
  private static String nextPart(Transfer transfer) {
    long number = 1 + transfer.shares().stream().map(Share::part).distinct().count();
    while (transfer.hasPart("p" + number)) {
      number++;
    }
    return "p" + number;
  }
}
