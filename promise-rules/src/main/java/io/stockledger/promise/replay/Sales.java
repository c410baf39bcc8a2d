package io.stockledger.promise.replay;

import io.stockledger.api.reservation.ReleaseReason;
import io.stockledger.api.stock.Entry.Uncovered;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockReleased;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.api.stock.StockEvent.StockReserved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a channel promised of an item in a period, and what became of it. */
final class Sales {
  private static final String OVERSOLD = ReleaseReason.OVERSOLD.name();

  private final Map<LocalDate, List<Sale>> byDay = new HashMap<>();
  private final Map<Line, List<Sale>> byLine = new HashMap<>();

  private record Line(String reservation, String line) {}

  /** Units of a line that were promised by one entry. */
  private static final class Sale {
    private final long units;
    private final boolean refused;
    private long cancelled;
    private long uncovered;

    Sale(long units, boolean refused) {
      this.units = units;
      this.refused = refused;
    }

    /** Units that turned out not to be there. */
    long oversold() {
      return Math.max(cancelled, uncovered);
    }

    /** Takes some of the units; what is more is left to others. */
    long cancel(long more) {
      long own = Math.min(more, units - cancelled);
      cancelled += own;
      return more - own;
    }

    long uncover(long more) {
      long own = Math.min(more, units - uncovered);
      uncovered += own;
      return more - own;
    }
  }

  void sold(String reservation, String line, long units, boolean refused, LocalDate day) {
    Sale sale = new Sale(units, refused);
    byDay.computeIfAbsent(day, none -> new ArrayList<>()).add(sale);
    byLine.computeIfAbsent(new Line(reservation, line), none -> new ArrayList<>()).add(sale);
  }

  /** Hears of a later entry what became of promises. What a line gained last it loses first. */
  void follow(StockEvent event) {
    if (event instanceof StockReleased e && OVERSOLD.equals(e.entry().reason())) {
      long units = e.quantity();
      for (Sale sale : newestFirst(e.reservationId(), e.line())) {
        units = sale.cancel(units);
      }
    }
    List<Uncovered> uncovers = event.entry().uncovers();
    if (uncovers != null && !isPromise(event)) {
      for (Uncovered lost : uncovers) {
        long units = lost.quantity();
        for (Sale sale : newestFirst(lost.reservationId(), lost.line())) {
          units = sale.uncover(units);
        }
      }
    }
  }

  /** What is promised beyond what is there, and accepted so, is not oversold. */
  private static boolean isPromise(StockEvent event) {
    return event instanceof StockReserved || event instanceof StockReservationChanged;
  }

  private List<Sale> newestFirst(String reservation, String line) {
    return byLine.getOrDefault(new Line(reservation, line), List.of()).reversed();
  }

  PlayedDay day(LocalDate day, Played inForce, Played draft) {
    long reserved = 0;
    long refused = 0;
    long oversold = 0;
    long avoided = 0;
    for (Sale sale : byDay.getOrDefault(day, List.of())) {
      reserved += sale.units;
      oversold += sale.oversold();
      refused += sale.refused ? sale.units : 0;
      avoided += sale.refused ? sale.oversold() : 0;
    }
    return new PlayedDay(day, inForce, draft, reserved, refused, oversold, avoided);
  }
}
