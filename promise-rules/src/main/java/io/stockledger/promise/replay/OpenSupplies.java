package io.stockledger.promise.replay;

import io.stockledger.api.stock.SupplyEvent;
import io.stockledger.api.stock.SupplyEvent.StockSupplyCancelled;
import io.stockledger.api.stock.SupplyEvent.StockSupplyExpected;
import io.stockledger.api.stock.SupplyEvent.StockSupplyReceived;
import io.stockledger.api.stock.SupplyEvent.StockSupplyRevised;
import io.stockledger.promise.Stock.Arrival;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What suppliers announced for an item and did not bring yet. So many lines count; nothing is
 * promised on what is announced beyond them.
 */
final class OpenSupplies {
  private static final int MOST_LINES = 1_000;

  private final Map<Line, Open> lines = new HashMap<>();

  private record Line(String inbound, String line) {}

  private record Open(long units, LocalDate by) {}

  void evolve(SupplyEvent event) {
    Line line = new Line(event.inboundId(), event.line());
    Open before = lines.get(line);
    LocalDate by = by(event, before);
    long units = (before == null ? 0 : before.units) + event.entry().change().expected();
    lines.remove(line);
    if (units > 0 && by != null && lines.size() < MOST_LINES) {
      lines.put(line, new Open(units, by));
    }
  }

  /** By day, the earliest first. */
  List<Arrival> arrivals() {
    if (lines.isEmpty()) {
      return List.of();
    }
    SortedMap<LocalDate, Long> byDay = new TreeMap<>();
    lines.values().forEach(open -> byDay.merge(open.by, open.units, Long::sum));
    return byDay.entrySet().stream().map(day -> new Arrival(day.getKey(), day.getValue())).toList();
  }

  private static @Nullable LocalDate by(SupplyEvent event, @Nullable Open before) {
    return switch (event) {
      case StockSupplyExpected e -> e.expectedBy();
      case StockSupplyRevised e -> e.expectedBy();
      case StockSupplyReceived ignored -> before == null ? null : before.by;
      case StockSupplyCancelled ignored -> before == null ? null : before.by;
    };
  }
}
