package io.stockledger.server.problem;

import io.stockledger.api.transfer.TransferRefusal;
import io.stockledger.api.transfer.TransferRefusal.DuplicateTransferId;
import io.stockledger.api.transfer.TransferRefusal.ExceedsInTransit;
import io.stockledger.api.transfer.TransferRefusal.ExceedsKept;
import io.stockledger.api.transfer.TransferRefusal.PartReceived;
import io.stockledger.api.transfer.TransferRefusal.ReasonNeeded;
import io.stockledger.api.transfer.TransferRefusal.TooManyParts;
import io.stockledger.api.transfer.TransferRefusal.TransferClosed;
import io.stockledger.api.transfer.TransferRefusal.TransferLineRefused;
import io.stockledger.api.transfer.TransferRefusal.TransferLinesRefused;
import io.stockledger.api.transfer.TransferRefusal.UnknownPart;
import io.stockledger.api.transfer.TransferRefusal.UnknownTransfer;
import io.stockledger.api.transfer.TransferRefusal.UnknownTransferLine;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The refusals of a transfer, for {@link RefusalProblems}. */
final class TransferRefusalProblems {
  private TransferRefusalProblems() {}

  /**
   * @param line makes a small problem of a line that failed
   */
  static Problem of(TransferRefusal refusal, Function<TransferLineRefused, Object> line) {
    return switch (refusal) {
      case UnknownTransfer r ->
          no(r, "There is no transfer " + r.transferId() + ".").with("transferId", r.transferId());
      case UnknownTransferLine r ->
          no(r, "Transfer " + r.transferId() + " has no such line: " + r.line() + ".")
              .with("transferId", r.transferId())
              .with("line", r.line());
      case UnknownPart r ->
          no(r, "Nothing of transfer " + r.transferId() + " left as " + r.part() + ".")
              .with("transferId", r.transferId())
              .with("part", r.part());
      case DuplicateTransferId r ->
          no(
                  r,
                  "The id %s was used before."
                      .formatted(r.part() == null ? r.transferId() : r.part()))
              .with("transferId", r.transferId())
              .with("part", r.part());
      case TransferClosed r ->
          no(r, "Transfer " + r.transferId() + " is " + r.state().word() + ".")
              .with("transferId", r.transferId())
              .with("state", r.state().word());
      case TransferLinesRefused r ->
          no(r, r.lines().size() + " lines failed; nothing was set aside.")
              .with("lines", r.lines().stream().map(line).toList());
      case ExceedsKept r ->
          beyond(r, r.requested(), r.setAside(), "set aside")
              .with("transferId", r.transferId())
              .with("line", r.line())
              .with("requested", r.requested())
              .with("setAside", r.setAside());
      case ExceedsInTransit r ->
          beyond(r, r.requested(), r.inTransit(), "in transit")
              .with("transferId", r.transferId())
              .with("line", r.line())
              .with("requested", r.requested())
              .with("inTransit", r.inTransit());
      case PartReceived r ->
          no(r, "Part " + r.part() + " was received already.")
              .with("transferId", r.transferId())
              .with("part", r.part())
              .with("lines", r.lines());
      case ReasonNeeded r ->
          no(r, "Units would be given up; a reason is needed.")
              .with("transferId", r.transferId())
              .with("part", r.part())
              .with("lines", r.lines());
      case TooManyParts r ->
          no(r, "Its lines would have left %d times, %d at most.".formatted(r.found(), r.limit()))
              .with("transferId", r.transferId())
              .with("found", r.found())
              .with("limit", r.limit());
    };
  }

  private static Problem beyond(
      TransferRefusal refusal, @Nullable Long requested, long there, String what) {
    return no(
        refusal,
        requested == null
            ? "Nothing is " + what + "."
            : "%d asked for, %d %s.".formatted(requested, there, what));
  }

  private static Problem no(TransferRefusal refusal, String detail) {
    return RefusalProblems.no(refusal, detail);
  }
}
