package io.stockledger.command.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Reference;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.TransferEvent;
import io.stockledger.api.transfer.TransferLine;
import io.stockledger.api.transfer.TransferOutcome.TransferAfter;
import io.stockledger.api.transfer.TransferPart;
import io.stockledger.api.transfer.TransferState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A transfer over all its lines, as the entries of its items made it. Kept in the register, as
 * JSON.
 *
 * @param expectedAt when what is set aside should arrive
 * @param reference the document behind the request
 * @param writtenOff something was written off when it was closed
 * @param lines as their entries were recorded, item by item
 * @param shares what of each line left with each part, in the order in which it left
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Transfer(
    String id,
    String from,
    String to,
    @Nullable Instant expectedAt,
    @Nullable Reference reference,
    boolean writtenOff,
    List<Line> lines,
    List<Share> shares) {

  /** A line. What was asked for is set aside, left, or was cancelled. */
  public record Line(
      String line,
      String sku,
      long requested,
      long setAside,
      long dispatched,
      long received,
      long missing,
      long excess,
      long cancelled) {
    public Line {
      if (setAside < 0
          || requested != setAside + dispatched + cancelled
          || dispatched < received + missing) {
        throw new IllegalStateException(
            "line %s: %d requested, %d set aside, %d dispatched, %d cancelled, %d received, %d missing"
                .formatted(line, requested, setAside, dispatched, cancelled, received, missing));
      }
    }

    public long inTransit() {
      return dispatched - received - missing;
    }

    TransferLine shown() {
      return new TransferLine(
          line,
          sku,
          requested,
          setAside,
          dispatched,
          inTransit(),
          received,
          missing,
          excess,
          cancelled);
    }
  }

  /** What of a line left with a part. */
  public record Share(
      String part,
      String line,
      long dispatched,
      long received,
      long missing,
      @Nullable Instant expectedAt) {
    public Share {
      if (dispatched < received + missing) {
        throw new IllegalStateException(
            "part %s of line %s: %d dispatched, %d received, %d missing"
                .formatted(part, line, dispatched, received, missing));
      }
    }

    public long inTransit() {
      return dispatched - received - missing;
    }

    TransferPart.PartLine shown() {
      return new TransferPart.PartLine(line, dispatched, inTransit(), received, missing);
    }
  }

  /** One that no entry speaks of yet. */
  public static Transfer begin(String id, String from, String to) {
    return new Transfer(id, from, to, null, null, false, List.of(), List.of());
  }

  /** The transfer after entries of its items; those of other transfers change nothing. */
  public Transfer evolve(Collection<? extends StockEvent> events) {
    TransferFold fold = new TransferFold(this);
    for (StockEvent event : events) {
      if (event instanceof TransferEvent e && e.transferId().equals(id)) {
        fold.add(e);
      }
    }
    return fold.transfer();
  }

  public ItemId origin(Line line) {
    return new ItemId(from, line.sku());
  }

  public ItemId destination(Line line) {
    return new ItemId(to, line.sku());
  }

  /** Its lines by their names, in their order. */
  Map<String, Line> byName() {
    Map<String, Line> byName = new LinkedHashMap<>();
    lines.forEach(line -> byName.put(line.line(), line));
    return byName;
  }

  long setAside() {
    return lines.stream().mapToLong(Line::setAside).sum();
  }

  long inTransit() {
    return lines.stream().mapToLong(Line::inTransit).sum();
  }

  boolean hasPart(String part) {
    return shares.stream().anyMatch(share -> share.part().equals(part));
  }

  public TransferState state() {
    return TransferState.of(
        setAside() > 0 || inTransit() > 0,
        lines.stream().anyMatch(line -> line.dispatched() > 0),
        lines.stream().anyMatch(line -> line.received() > 0),
        writtenOff);
  }

  /** As an answer shows it. */
  public TransferAfter shown() {
    return new TransferAfter(
        id, state(), from, to, nextExpected(), lines.stream().map(Line::shown).toList(), parts());
  }

  private @Nullable Instant nextExpected() {
    return Stream.concat(
            setAside() > 0 ? Stream.ofNullable(expectedAt) : Stream.empty(),
            shares.stream()
                .filter(share -> share.inTransit() > 0)
                .map(Share::expectedAt)
                .filter(Objects::nonNull))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private List<TransferPart> parts() {
    Map<String, List<Share>> byPart = new LinkedHashMap<>();
    shares.forEach(s -> byPart.computeIfAbsent(s.part(), part -> new ArrayList<>()).add(s));
    return byPart.entrySet().stream()
        .map(
            part ->
                new TransferPart(
                    part.getKey(),
                    part.getValue().getFirst().expectedAt(),
                    part.getValue().stream().map(Share::shown).toList()))
        .toList();
  }
}
