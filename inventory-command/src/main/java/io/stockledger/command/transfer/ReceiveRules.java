package io.stockledger.command.transfer;

import io.stockledger.api.Refusal;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.transfer.TransferCommand.ReceiveTransfer;
import io.stockledger.api.transfer.TransferReason;
import io.stockledger.api.transfer.TransferRefusal.Difference;
import io.stockledger.api.transfer.TransferRefusal.ExceedsInTransit;
import io.stockledger.api.transfer.TransferRefusal.PartReceived;
import io.stockledger.api.transfer.TransferRefusal.ReasonNeeded;
import io.stockledger.api.transfer.TransferRefusal.TransferClosed;
import io.stockledger.api.transfer.TransferRefusal.UnknownPart;
import io.stockledger.api.transfer.TransferRefusal.UnknownTransfer;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.transfer.Transfer.Share;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How units arrive. A part that is received is settled: what of it does not come is given up.
 * Without a part what comes is taken from those that left first, and the rest is still on its way.
 * Whatever differs from what left needs a reason.
 */
final class ReceiveRules {
  private final Desk desk;

  ReceiveRules(Desk desk) {
    this.desk = desk;
  }

  Verdict decide(ReceiveTransfer command) {
    Transfer transfer = desk.register().find(command.transferId());
    if (transfer == null) {
      return Verdict.refused(new UnknownTransfer(command.transferId()));
    }
    Refusal refusal = refusal(command, transfer);
    if (refusal != null) {
      return Verdict.refused(refusal);
    }
    Arrivals arrivals = new Arrivals(transfer, command.part());
    refusal = arrivals.take(command.lines());
    if (refusal == null) {
      refusal = unexplained(command, transfer, arrivals.all());
    }
    if (refusal != null) {
      return Verdict.refused(refusal);
    }
    Drafts drafts = desk.drafts(items(transfer, arrivals));
    Entries entries = new Entries(drafts, transfer, command.circumstances());
    arrivals.all().forEach(arrival -> record(arrival, command.reason(), entries));
    return Verdict.accepted(drafts, transfer, false, desk.surroundings());
  }

  /** A part that was received already is told as such, even where that was the last of it. */
  private static @Nullable Refusal refusal(ReceiveTransfer command, Transfer transfer) {
    String part = command.part();
    if (part != null) {
      List<Share> shares =
          transfer.shares().stream().filter(share -> share.part().equals(part)).toList();
      if (shares.isEmpty()) {
        return new UnknownPart(transfer.id(), part);
      }
      if (shares.stream().allMatch(share -> share.inTransit() == 0)) {
        return new PartReceived(transfer.id(), part, shares.stream().map(Share::shown).toList());
      }
    }
    return transfer.state().isOpen() ? null : new TransferClosed(transfer.id(), transfer.state());
  }

  private static @Nullable Refusal unexplained(
      ReceiveTransfer command, Transfer transfer, List<Arrival> arrivals) {
    for (Arrival arrival : arrivals) {
      boolean explained = arrival.reason(command.reason()) != null;
      if (arrival.excess() > 0 && (!explained || arrival.line().dispatched() == 0)) {
        return new ExceedsInTransit(
            transfer.id(), arrival.line().line(), arrival.stated(), arrival.inTransit());
      }
    }
    List<Difference> missing =
        arrivals.stream()
            .filter(a -> a.missing() > 0 && a.reason(command.reason()) == null)
            .map(a -> new Difference(a.line().line(), a.inTransit(), a.stated(), a.missing()))
            .toList();
    return missing.isEmpty() ? null : new ReasonNeeded(transfer.id(), command.part(), missing);
  }

  private static Set<ItemId> items(Transfer transfer, Arrivals arrivals) {
    return arrivals.all().stream()
        .map(arrival -> transfer.destination(arrival.line()))
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  private void record(Arrival arrival, @Nullable TransferReason common, Entries entries) {
    TransferReason reason = arrival.reason(common);
    for (Arrival.Landing landing : arrival.landings()) {
      entries.receive(
          arrival.line(),
          landing.part(),
          landing.received(),
          landing.missing(),
          landing.excess(),
          reason);
    }
    arrival
        .beyond()
        .forEach(
            (condition, units) ->
                entries.exceed(
                    arrival.line(),
                    condition,
                    arrival.came().getOrDefault(condition, 0L),
                    units,
                    reason,
                    desk.surroundings().discrepancyIds()));
  }
}
