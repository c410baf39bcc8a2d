package io.stockledger.command.transfer;

import io.stockledger.api.Refusal;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.transfer.TransferCommand.CancelTransfer;
import io.stockledger.api.transfer.TransferCommand.CloseTransfer;
import io.stockledger.api.transfer.TransferRefusal.Difference;
import io.stockledger.api.transfer.TransferRefusal.ReasonNeeded;
import io.stockledger.api.transfer.TransferRefusal.TransferClosed;
import io.stockledger.api.transfer.TransferRefusal.UnknownTransfer;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.transfer.Transfer.Line;
import io.stockledger.command.transfer.Transfer.Share;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a transfer ends before everything has arrived. */
final class EndRules {
  private final Desk desk;

  EndRules(Desk desk) {
    this.desk = desk;
  }

  Verdict cancel(CancelTransfer command) {
    Transfer transfer = desk.register().find(command.transferId());
    Refusal refusal = closed(command.transferId(), transfer);
    if (transfer == null || refusal != null) {
      return Verdict.refused(Objects.requireNonNull(refusal));
    }
    Kept kept = new Kept(transfer);
    refusal = kept.choose(command.lines());
    if (refusal != null) {
      return Verdict.refused(refusal);
    }
    Drafts drafts =
        desk.drafts(kept.takes().stream().map(take -> transfer.origin(take.line())).toList());
    Entries entries = new Entries(drafts, transfer, command.circumstances());
    kept.takes().forEach(take -> entries.cancel(take.line(), take.units(), command.reason()));
    return Verdict.accepted(drafts, transfer, false, desk.surroundings());
  }

  Verdict close(CloseTransfer command) {
    Transfer transfer = desk.register().find(command.transferId());
    Refusal refusal = closed(command.transferId(), transfer);
    if (transfer == null || refusal != null) {
      return Verdict.refused(Objects.requireNonNull(refusal));
    }
    if (transfer.inTransit() > 0 && command.reason() == null) {
      return Verdict.refused(new ReasonNeeded(transfer.id(), null, underWay(transfer)));
    }
    Drafts drafts = desk.drafts(openItems(transfer));
    Entries entries = new Entries(drafts, transfer, command.circumstances());
    for (Line line : transfer.lines()) {
      if (line.setAside() > 0) {
        entries.cancel(line, line.setAside(), command.reason());
      }
    }
    Map<String, Line> lines = transfer.byName();
    for (Share share : transfer.shares()) {
      if (share.inTransit() > 0) {
        entries.writeOff(Objects.requireNonNull(lines.get(share.line())), share, command.reason());
      }
    }
    return Verdict.accepted(drafts, transfer, false, desk.surroundings());
  }

  private static @Nullable Refusal closed(String id, @Nullable Transfer transfer) {
    if (transfer == null) {
      return new UnknownTransfer(id);
    }
    return transfer.state().isOpen() ? null : new TransferClosed(id, transfer.state());
  }

  private static List<Difference> underWay(Transfer transfer) {
    return transfer.lines().stream()
        .filter(line -> line.inTransit() > 0)
        .map(line -> new Difference(line.line(), line.inTransit(), 0, line.inTransit()))
        .toList();
  }

  private static Set<ItemId> openItems(Transfer transfer) {
    Set<ItemId> items = new LinkedHashSet<>();
    for (Line line : transfer.lines()) {
      if (line.setAside() > 0) {
        items.add(transfer.origin(line));
      }
      if (line.inTransit() > 0) {
        items.add(transfer.destination(line));
      }
    }
    return items;
  }
}
