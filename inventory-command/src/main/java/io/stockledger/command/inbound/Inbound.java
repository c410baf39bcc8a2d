package io.stockledger.command.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.inbound.InboundKind;
import io.stockledger.api.inbound.InboundOutcome.LineAfter;
import io.stockledger.api.inbound.InboundState;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.SupplyEvent;
import io.stockledger.api.stock.SupplyEvent.StockSupplyCancelled;
import io.stockledger.api.stock.SupplyEvent.StockSupplyExpected;
import io.stockledger.api.stock.SupplyEvent.StockSupplyReceived;
import io.stockledger.api.stock.SupplyEvent.StockSupplyRevised;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.ItemDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order or shipping notice over all its lines, as the entries of its items made it. Kept
 * in the register, as JSON.
 *
 * @param lines in the order of the entries that announced them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Inbound(
    String id, InboundKind kind, String vendor, String location, List<Line> lines) {

  /**
   * A line. What was ordered is still open, or came, or was given up as short, or was cancelled.
   *
   * @param quantity units in all, as stated last
   * @param open units still expected
   * @param received units that came, in any condition
   * @param fulfilled of these, units that were expected; the rest is excess
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      String line,
      String sku,
      long quantity,
      long open,
      long received,
      long fulfilled,
      long missing,
      long cancelled,
      @Nullable LocalDate expectedFrom,
      LocalDate expectedBy,
      @Nullable String cohort) {
    public Line {
      if (open < 0 || fulfilled > received || open + fulfilled + missing + cancelled != quantity) {
        throw new IllegalStateException(
            "line %s: %d expected in all, but %d open, %d of %d received fulfil, %d missing, %d cancelled"
                .formatted(line, quantity, open, fulfilled, received, missing, cancelled));
      }
    }

    static Line of(StockSupplyExpected e) {
      return new Line(
          e.line(),
          e.entry().sku(),
          e.quantity(),
          e.quantity(),
          0,
          0,
          0,
          0,
          e.expectedFrom(),
          e.expectedBy(),
          e.cohort());
    }

    /** What became of it already, and is not expected any more. */
    long settled() {
      return fulfilled + missing + cancelled;
    }

    Line restate(StockSupplyRevised e) {
      return new Line(
          line,
          sku,
          e.quantity(),
          e.quantity() - settled(),
          received,
          fulfilled,
          missing,
          cancelled,
          e.expectedFrom(),
          e.expectedBy(),
          e.cohort());
    }

    Line receive(StockSupplyReceived e) {
      long units = e.received().values().stream().mapToLong(Long::longValue).sum();
      return with(
          open - e.fulfilled() - e.missing(),
          received + units,
          fulfilled + e.fulfilled(),
          missing + e.missing(),
          cancelled);
    }

    Line cancel(StockSupplyCancelled e) {
      return with(open - e.quantity(), received, fulfilled, missing, cancelled + e.quantity());
    }

    private Line with(long open, long received, long fulfilled, long missing, long cancelled) {
      return new Line(
          line,
          sku,
          quantity,
          open,
          received,
          fulfilled,
          missing,
          cancelled,
          expectedFrom,
          expectedBy,
          cohort);
    }

    LineAfter after() {
      return new LineAfter(
          line,
          sku,
          quantity,
          open,
          received,
          received - fulfilled,
          missing,
          cancelled,
          expectedFrom,
          expectedBy,
          cohort);
    }
  }

  /**
   * After one more entry of one of its items. It begins with the first line that is announced;
   * entries of others change nothing.
   *
   * @param before absent before the first
   * @throws IllegalStateException when it begins with anything else
   */
  public static Inbound evolve(@Nullable Inbound before, SupplyEvent event) {
    if (before == null) {
      if (!(event instanceof StockSupplyExpected e)) {
        throw new IllegalStateException("an inbound begins with a line that is expected: " + event);
      }
      return new Inbound(
          e.inboundId(), e.kind(), e.vendor(), e.entry().location(), List.of(Line.of(e)));
    }
    return before.id.equals(event.inboundId()) ? before.evolve(event) : before;
  }

  private Inbound evolve(SupplyEvent event) {
    return switch (event) {
      case StockSupplyExpected e -> {
        List<Line> more = new ArrayList<>(lines);
        more.add(Line.of(e));
        yield with(List.copyOf(more));
      }
      case StockSupplyRevised e -> line(e.line(), line -> line.restate(e));
      case StockSupplyReceived e -> line(e.line(), line -> line.receive(e));
      case StockSupplyCancelled e -> line(e.line(), line -> line.cancel(e));
    };
  }

  /** With everything that would be recorded. */
  static @Nullable Inbound after(@Nullable Inbound before, Drafts drafts) {
    Inbound next = before;
    for (ItemDraft draft : drafts.touched()) {
      for (var event : draft.events()) {
        if (event instanceof SupplyEvent supply) {
          next = evolve(next, supply);
        }
      }
    }
    return next;
  }

  private Inbound line(String name, UnaryOperator<Line> change) {
    return with(lines.stream().map(l -> l.line().equals(name) ? change.apply(l) : l).toList());
  }

  private Inbound with(List<Line> lines) {
    return new Inbound(id, kind, vendor, location, lines);
  }

  public @Nullable Line line(String name) {
    return lines.stream().filter(l -> l.line().equals(name)).findFirst().orElse(null);
  }

  /** The item of one of its lines. */
  public ItemId item(Line line) {
    return new ItemId(location, line.sku());
  }

  /** Units still expected, over all lines. */
  public long open() {
    return lines.stream().mapToLong(Line::open).sum();
  }

  public InboundState state() {
    return InboundState.of(open(), lines.stream().mapToLong(Line::received).sum());
  }
}
