package io.stockledger.command.transfer;

import io.stockledger.api.Refusal;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockRefusal.UnknownItem;
import io.stockledger.api.stock.StockRefusal.UnknownLocation;
import io.stockledger.api.transfer.TransferCommand.RequestTransfer;
import io.stockledger.api.transfer.TransferRefusal.DuplicateTransferId;
import io.stockledger.api.transfer.TransferRefusal.TransferLineRefused;
import io.stockledger.api.transfer.TransferRefusal.TransferLinesRefused;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.transfer.Transfer.Line;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a transfer begins: all lines in full, or nothing. */
final class RequestRules {
  /** The part of a move. */
  static final String FIRST_PART = "p1";

  private final Desk desk;

  RequestRules(Desk desk) {
    this.desk = desk;
  }

  Verdict decide(RequestTransfer command) {
    Transfer transfer = Transfer.begin(command.transferId(), command.from(), command.to());
    List<Line> lines = lines(command);
    Drafts drafts = desk.drafts(items(transfer, lines));
    List<TransferLineRefused> refused = new ArrayList<>();
    for (Line line : lines) {
      Refusal absent = absence(transfer, line, drafts);
      if (absent instanceof UnknownLocation) {
        return Verdict.refused(absent);
      }
      if (absent != null) {
        refused.add(new TransferLineRefused(line.line(), absent));
      }
    }
    if (refused.isEmpty()) {
      if (desk.register().find(command.transferId()) != null) {
        return Verdict.refused(new DuplicateTransferId(command.transferId(), null));
      }
      record(command, transfer, lines, drafts, refused);
    }
    return refused.isEmpty()
        ? Verdict.accepted(drafts, transfer, true, desk.surroundings())
        : Verdict.refused(new TransferLinesRefused(List.copyOf(refused)));
  }

  private static List<Line> lines(RequestTransfer command) {
    return command.lines().stream()
        .map(l -> new Line(l.line(), l.sku(), l.quantity(), l.quantity(), 0, 0, 0, 0, 0))
        .toList();
  }

  private static Set<ItemId> items(Transfer transfer, List<Line> lines) {
    Set<ItemId> items = new LinkedHashSet<>();
    lines.forEach(line -> items.add(transfer.origin(line)));
    lines.forEach(line -> items.add(transfer.destination(line)));
    return items;
  }

  /** Units leave what has held some before; what they come to need only be registered. */
  private @Nullable Refusal absence(Transfer transfer, Line line, Drafts drafts) {
    ItemId origin = transfer.origin(line);
    if (!drafts.original(origin).exists()) {
      Refusal unregistered = desk.surroundings().unregistered(origin);
      return unregistered == null ? new UnknownItem(origin) : unregistered;
    }
    Refusal ofOthers = desk.surroundings().ofOthers(drafts.original(origin));
    if (ofOthers != null) {
      return ofOthers;
    }
    ItemId destination = transfer.destination(line);
    return drafts.original(destination).exists()
        ? desk.surroundings().registry().closed(destination)
        : desk.surroundings().unregistered(destination);
  }

  /** In the order of the lines, so that the same SKU on two of them counts as their sum. */
  private static void record(
      RequestTransfer command,
      Transfer transfer,
      List<Line> lines,
      Drafts drafts,
      List<TransferLineRefused> refused) {
    Entries entries = new Entries(drafts, transfer, command.circumstances());
    Instant expectedAt =
        command.arrival() == null
            ? null
            : command.arrival().resolve(drafts.now()).truncatedTo(ChronoUnit.MILLIS);
    for (Line line : lines) {
      Refusal refusal =
          command.move() ? entries.move(line, FIRST_PART) : entries.request(line, expectedAt);
      if (refusal != null) {
        refused.add(new TransferLineRefused(line.line(), refusal));
      }
    }
  }
}
