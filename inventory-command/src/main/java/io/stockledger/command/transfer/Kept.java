package io.stockledger.command.transfer;

import io.stockledger.api.Refusal;
import io.stockledger.api.transfer.TransferCommand.LineUnits;
import io.stockledger.api.transfer.TransferRefusal.ExceedsKept;
import io.stockledger.api.transfer.TransferRefusal.UnknownTransferLine;
import io.stockledger.command.transfer.Transfer.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which units of those that are set aside a command is about. */
final class Kept {
  /** So many units of a line. */
  record Take(Line line, long units) {}

  private final Transfer transfer;
  private final List<Take> takes = new ArrayList<>();

  Kept(Transfer transfer) {
    this.transfer = transfer;
  }

  List<Take> takes() {
    return takes;
  }

  /** Everything where no line is named. */
  @Nullable Refusal choose(List<LineUnits> named) {
    return named.isEmpty() ? everything() : only(named);
  }

  private @Nullable Refusal everything() {
    for (Line line : transfer.lines()) {
      if (line.setAside() > 0) {
        takes.add(new Take(line, line.setAside()));
      }
    }
    return takes.isEmpty() ? new ExceedsKept(transfer.id(), null, null, 0) : null;
  }

  private @Nullable Refusal only(List<LineUnits> named) {
    Map<String, Line> lines = transfer.byName();
    for (LineUnits one : named) {
      Line line = lines.get(one.line());
      if (line == null) {
        return new UnknownTransferLine(transfer.id(), one.line());
      }
      long units = one.quantity() == null ? line.setAside() : one.quantity();
      if (units > line.setAside() || units == 0) {
        return new ExceedsKept(transfer.id(), one.line(), one.quantity(), line.setAside());
      }
      takes.add(new Take(line, units));
    }
    return null;
  }
}
