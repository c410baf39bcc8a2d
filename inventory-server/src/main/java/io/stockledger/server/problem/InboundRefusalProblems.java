package io.stockledger.server.problem;

import io.stockledger.api.Refusal;
import io.stockledger.api.inbound.InboundRefusal;
import io.stockledger.api.inbound.InboundRefusal.BelowReceived;
import io.stockledger.api.inbound.InboundRefusal.DuplicateInbound;
import io.stockledger.api.inbound.InboundRefusal.DuplicateLine;
import io.stockledger.api.inbound.InboundRefusal.ExceedsExpected;
import io.stockledger.api.inbound.InboundRefusal.InboundClosed;
import io.stockledger.api.inbound.InboundRefusal.InboundLinesRefused;
import io.stockledger.api.inbound.InboundRefusal.TooManyLines;
import io.stockledger.api.inbound.InboundRefusal.UnknownInbound;
import io.stockledger.api.inbound.InboundRefusal.UnknownInboundLine;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The refusals of expected supply, for {@link RefusalProblems}. */
final class InboundRefusalProblems {
  private InboundRefusalProblems() {}

  /**
   * @param line makes a small problem of a line that failed, by its name and refusal
   */
  static Problem of(
      InboundRefusal refusal, BiFunction<String, Refusal, Map<String, @Nullable Object>> line) {
    return switch (refusal) {
      case UnknownInbound r -> no(r, r.inboundId(), "There is no inbound " + r.inboundId() + ".");
      case UnknownInboundLine r ->
          no(r, r.inboundId(), "Inbound " + r.inboundId() + " has no line " + r.line() + ".")
              .with("line", r.line());
      case DuplicateInbound r ->
          no(r, r.inboundId(), "The id " + r.inboundId() + " was used before.");
      case DuplicateLine r ->
          no(r, r.inboundId(), "Line " + r.line() + " is there, and is of SKU " + r.sku() + ".")
              .with("line", r.line())
              .with("sku", r.sku());
      case InboundClosed r ->
          no(r, r.inboundId(), "Inbound " + r.inboundId() + " is " + r.state().word() + ".")
              .with("state", r.state().word());
      case BelowReceived r -> belowReceived(r);
      case ExceedsExpected r ->
          no(r, r.inboundId(), r.requested() + " stated, " + r.expected() + " still expected.")
              .with("line", r.line())
              .with("requested", r.requested())
              .with("expected", r.expected());
      case TooManyLines r ->
          no(r, r.inboundId(), "It would have more than " + r.limit() + " lines.")
              .with("lines", r.lines())
              .with("limit", r.limit());
      case InboundLinesRefused r ->
          RefusalProblems.no(
                  r, "Lines that failed: " + r.lines().size() + "; nothing was recorded.")
              .with(
                  "lines", r.lines().stream().map(l -> line.apply(l.line(), l.refusal())).toList());
    };
  }

  private static Problem belowReceived(BelowReceived r) {
    return no(
            r,
            r.inboundId(),
            "%d in all is less than what was received (%d), given up (%d) and cancelled (%d)."
                .formatted(r.requested(), r.received(), r.missing(), r.cancelled()))
        .with("line", r.line())
        .with("requested", r.requested())
        .with("received", r.received())
        .with("missing", r.missing())
        .with("cancelled", r.cancelled());
  }

  private static Problem no(InboundRefusal refusal, String inboundId, String detail) {
    return RefusalProblems.no(refusal, detail).with("inboundId", inboundId);
  }
}
