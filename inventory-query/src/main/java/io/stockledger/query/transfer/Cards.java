package io.stockledger.query.transfer;

import io.stockledger.api.transfer.TransferCard;
import io.stockledger.api.transfer.TransferLine;
import io.stockledger.api.transfer.TransferPart;
import io.stockledger.api.transfer.TransferPart.PartLine;
import io.stockledger.api.transfer.TransferState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Transfers put together from the ends of their lines. */
final class Cards {
  private Cards() {}

  /**
   * One for each transfer, in the order in which their first ends come.
   *
   * @param ends of each transfer in the order in which they came into being
   */
  static List<TransferCard> of(List<EndRow> ends) {
    Map<String, List<EndRow>> byId = new LinkedHashMap<>();
    ends.forEach(end -> byId.computeIfAbsent(end.transferId(), id -> new ArrayList<>()).add(end));
    return byId.values().stream().map(Cards::card).toList();
  }

  private static TransferCard card(List<EndRow> ends) {
    EndRow first = ends.getFirst();
    TransferState state =
        TransferState.of(
            any(ends, EndRow::open),
            any(ends, EndRow::dispatched),
            any(ends, EndRow::received),
            any(ends, EndRow::writtenOff));
    return new TransferCard(
        first.transferId(),
        state,
        first.origin(),
        first.destination(),
        earliest(ends),
        ends.stream().map(EndRow::reference).filter(Objects::nonNull).findFirst().orElse(null),
        first.begunAt(),
        state.isOpen() ? null : latest(ends),
        lines(ends),
        parts(ends));
  }

  private static boolean any(List<EndRow> ends, ToLongFunction<EndRow> units) {
    return ends.stream().anyMatch(end -> units.applyAsLong(end) > 0);
  }

  /** When something that is open should arrive. */
  private static @Nullable Instant earliest(List<EndRow> ends) {
    return ends.stream()
        .filter(end -> end.open() > 0)
        .map(EndRow::expectedAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable Instant latest(List<EndRow> ends) {
    return ends.stream()
        .map(EndRow::closedAt)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** In the order in which they were recorded. */
  private static List<TransferLine> lines(List<EndRow> ends) {
    Map<String, TransferLine> lines = new LinkedHashMap<>();
    for (EndRow end : ends) {
      TransferLine line =
          lines.getOrDefault(
              end.line(), new TransferLine(end.line(), end.sku(), 0, 0, 0, 0, 0, 0, 0, 0));
      lines.put(end.line(), end.atOrigin() ? atOrigin(line, end) : atDestination(line, end));
    }
    return List.copyOf(lines.values());
  }

  private static TransferLine atOrigin(TransferLine line, EndRow end) {
    return new TransferLine(
        line.line(),
        line.sku(),
        end.requested(),
        end.open(),
        end.dispatched(),
        line.inTransit(),
        line.received(),
        line.missing(),
        line.excess(),
        end.cancelled());
  }

  private static TransferLine atDestination(TransferLine line, EndRow end) {
    return new TransferLine(
        line.line(),
        line.sku(),
        line.requested(),
        line.setAside(),
        line.dispatched(),
        end.open(),
        end.received(),
        end.missing(),
        end.excess(),
        line.cancelled());
  }

  /** In the order in which their first lines left. */
  private static List<TransferPart> parts(List<EndRow> ends) {
    Map<String, Instant> expected = new HashMap<>();
    Map<String, List<PartLine>> lines = new LinkedHashMap<>();
    for (EndRow end : ends) {
      for (EndRow.Share share : end.shares()) {
        if (share.expectedAt() != null) {
          expected.putIfAbsent(share.part(), share.expectedAt());
        }
        lines
            .computeIfAbsent(share.part(), part -> new ArrayList<>())
            .add(
                new PartLine(
                    end.line(),
                    share.dispatched(),
                    share.dispatched() - share.received() - share.missing(),
                    share.received(),
                    share.missing()));
      }
    }
    return lines.entrySet().stream()
        .map(e -> new TransferPart(e.getKey(), expected.get(e.getKey()), e.getValue()))
        .toList();
  }
}
