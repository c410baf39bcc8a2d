package io.stockledger.promise.replay;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.OpenLine;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.promise.ChannelBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One item, as {@link Preview} goes through its entries. */
final class ItemPlay {
  private final Preview preview;
  private final Past past;
  private final Period period;
  private final ItemId item;
  private final ItemReplay replay = new ItemReplay();
  private final Sales sales = new Sales();
  private final Map<LocalDate, Shown> ends = new LinkedHashMap<>();
  private LocalDate open;

  private record Shown(Played inForce, Played draft) {}

  ItemPlay(Preview preview, Past past, Period period, ItemId item) {
    this.preview = preview;
    this.past = past;
    this.period = period;
    this.item = item;
    this.open = period.firstDay();
  }

  void take(StockEvent event, long position) {
    while (period.endOf(open).isBefore(event.recordedAt())) {
      close();
    }
    if (period.contains(event.recordedAt())) {
      judge(event);
    }
    sales.follow(event);
    replay.evolve(event, position);
  }

  /** To be asked once, when all entries were taken. */
  List<PlayedDay> end() {
    while (!open.isAfter(period.lastDay())) {
      close();
    }
    List<PlayedDay> days = new ArrayList<>();
    ends.forEach((day, shown) -> days.add(sales.day(day, shown.inForce(), shown.draft())));
    return days;
  }

  private void close() {
    if (replay.version() > 0) {
      FactsAt facts = facts(period.endOf(open));
      if (facts != null) {
        ends.put(
            open,
            new Shown(Played.of(facts.promise(false)), Played.of(drafted(facts).promise(false))));
      }
    }
    open = open.plusDays(1);
  }

  /** Whether the draft would have refused what was promised through the channel. */
  private void judge(StockEvent event) {
    switch (event) {
      case StockReserved e -> {
        if (isHere(e.channel())) {
          boolean refused = isRefused(e.quantity(), e.recordedAt());
          sales.sold(e.reservationId(), e.line(), e.quantity(), refused, day(e));
        }
      }
      case StockReservationChanged e -> {
        if (isHere(e.channel())) {
          judge(e);
        }
      }
      default -> {}
    }
  }

  /** Units that the reservation had here already count as free for it. */
  private void judge(StockReservationChanged event) {
    long stated = event.lines().stream().mapToLong(OpenLine::quantity).sum();
    long more = stated - replay.openOf(event.reservationId());
    boolean refused = more > 0 && isRefused(more, event.recordedAt());
    for (OpenLine line : event.lines()) {
      long units = line.quantity() - replay.openOf(event.reservationId(), line.line());
      if (units > 0) {
        sales.sold(event.reservationId(), line.line(), units, refused, day(event));
      }
    }
  }

  private boolean isHere(@Nullable String through) {
    return past.isChannel(through);
  }

  private LocalDate day(StockEvent event) {
    return period.dayOf(event.recordedAt());
  }

  /** What the rules in force allowed, and the draft would not have. */
  private boolean isRefused(long units, Instant moment) {
    FactsAt facts = facts(moment);
    return facts != null
        && units > drafted(facts).promise(false).sellable()
        && units <= facts.promise(false).sellable();
  }

  private @Nullable FactsAt facts(Instant moment) {
    return past.facts(item, replay, moment);
  }

  private FactsAt drafted(FactsAt facts) {
    ChannelBook book = facts.channel();
    return facts.through(preview.drafted(book));
  }
}
