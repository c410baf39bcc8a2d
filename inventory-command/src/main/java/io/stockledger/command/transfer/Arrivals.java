package io.stockledger.command.transfer;

import io.stockledger.api.Refusal;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.transfer.TransferCommand.ArrivedUnits;
import io.stockledger.api.transfer.TransferReason;
import io.stockledger.api.transfer.TransferRefusal.ExceedsInTransit;
import io.stockledger.api.transfer.TransferRefusal.UnknownTransferLine;
import io.stockledger.command.transfer.Transfer.Line;
import io.stockledger.command.transfer.Transfer.Share;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one command says has come, line by line. */
final class Arrivals {
  private final Transfer transfer;
  private final @Nullable String part;
  private final Map<String, List<Share>> inTransit = new HashMap<>();

  /** Of each line the part that left last, with which an excess is told where nothing else came. */
  private final Map<String, String> lastPart = new HashMap<>();

  private final List<Arrival> all = new ArrayList<>();

  /**
   * @param part only of this one, which it settles; none means of any
   */
  Arrivals(Transfer transfer, @Nullable String part) {
    this.transfer = transfer;
    this.part = part;
    for (Share share : transfer.shares()) {
      lastPart.put(share.line(), share.part());
      if (share.inTransit() > 0 && (part == null || share.part().equals(part))) {
        inTransit.computeIfAbsent(share.line(), line -> new ArrayList<>()).add(share);
      }
    }
  }

  List<Arrival> all() {
    return all;
  }

  /**
   * Everything in transit, good, where nothing is said; of a part, what is not named is missing.
   */
  @Nullable Refusal take(List<ArrivedUnits> stated) {
    if (stated.isEmpty()) {
      return everything();
    }
    Map<String, Line> lines = transfer.byName();
    Set<String> named = new HashSet<>();
    for (ArrivedUnits one : stated) {
      Line line = lines.get(one.line());
      if (line == null) {
        return new UnknownTransferLine(transfer.id(), one.line());
      }
      named.add(one.line());
      add(line, one.received(), one.reason());
    }
    if (part != null) {
      for (Line line : transfer.lines()) {
        if (!named.contains(line.line()) && inTransit.containsKey(line.line())) {
          add(line, Map.of(), null);
        }
      }
    }
    return null;
  }

  private @Nullable Refusal everything() {
    for (Line line : transfer.lines()) {
      long units = shares(line).stream().mapToLong(Share::inTransit).sum();
      if (units > 0) {
        add(line, Map.of(Condition.GOOD, units), null);
      }
    }
    return all.isEmpty() ? new ExceedsInTransit(transfer.id(), null, null, 0) : null;
  }

  private void add(Line line, Map<Condition, Long> came, @Nullable TransferReason reason) {
    all.add(Arrival.of(line, came, reason, shares(line), part != null, lastPart.get(line.line())));
  }

  private List<Share> shares(Line line) {
    return inTransit.getOrDefault(line.line(), List.of());
  }
}
