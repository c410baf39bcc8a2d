package io.stockledger.command.stock;

import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.SupplyEvent;
import io.stockledger.api.stock.SupplyEvent.StockSupplyExpected;
import io.stockledger.api.stock.SupplyEvent.StockSupplyRevised;
import io.stockledger.promise.Stock.Arrival;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What suppliers announced for an item and did not bring yet: by line, and by day. It keeps so many
 * lines; what is announced beyond them is expected like the rest, and no promise is made on it.
 */
record Announced(TreePMap<LineId, Supply> lines, TreePMap<LocalDate, Long> byDay) {
  static final Announced NONE = new Announced(TreePMap.empty(), TreePMap.empty());

  /** How many lines it keeps at most. */
  static final int MOST_LINES = 1_000;

  /** A line of a purchase order or a shipping notice. */
  record LineId(String inboundId, String line) implements Comparable<LineId> {
    @Override
    public int compareTo(LineId other) {
      int byInbound = inboundId.compareTo(other.inboundId);
      return byInbound != 0 ? byInbound : line.compareTo(other.line);
    }
  }

  /**
   * Units that are still to come.
   *
   * @param units from 1
   * @param by the last day on which they should be there
   */
  record Supply(String inboundId, String line, long units, LocalDate by) {
    LineId id() {
      return new LineId(inboundId, line);
    }
  }

  static Announced of(Collection<Supply> all) {
    Announced next = NONE;
    for (Supply each : all) {
      next = next.plus(each);
    }
    return next;
  }

  Announced evolve(StockEvent event) {
    return event instanceof SupplyEvent said ? evolve(said) : this;
  }

  private Announced evolve(SupplyEvent event) {
    Supply before = lines.get(new LineId(event.inboundId(), event.line()));
    if (before == null && lines.size() >= MOST_LINES) {
      return this;
    }
    long units = (before == null ? 0 : before.units) + event.entry().change().expected();
    LocalDate by = by(event, before);
    Announced without = before == null ? this : minus(before);
    return units <= 0 || by == null
        ? without
        : without.plus(new Supply(event.inboundId(), event.line(), units, by));
  }

  /** What it says of days, the earliest first. */
  List<Arrival> arrivals() {
    return byDay.isEmpty()
        ? List.of()
        : byDay.entrySet().stream().map(day -> new Arrival(day.getKey(), day.getValue())).toList();
  }

  private static @Nullable LocalDate by(SupplyEvent event, @Nullable Supply before) {
    return switch (event) {
      case StockSupplyExpected e -> e.expectedBy();
      case StockSupplyRevised e -> e.expectedBy();
      case SupplyEvent.StockSupplyReceived ignored -> before == null ? null : before.by;
      case SupplyEvent.StockSupplyCancelled ignored -> before == null ? null : before.by;
    };
  }

  private Announced plus(Supply one) {
    return new Announced(
        lines.plus(one.id(), one), byDay.plus(one.by, byDay.getOrDefault(one.by, 0L) + one.units));
  }

  private Announced minus(Supply one) {
    long left = byDay.getOrDefault(one.by, 0L) - one.units;
    return new Announced(
        lines.minus(one.id()), left == 0 ? byDay.minus(one.by) : byDay.plus(one.by, left));
  }
}
