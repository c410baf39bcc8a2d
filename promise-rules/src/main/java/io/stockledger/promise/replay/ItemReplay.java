package io.stockledger.promise.replay;

import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyClosed;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.api.stock.StockEvent.StockPicked;
import io.stockledger.api.stock.SupplyEvent;
import io.stockledger.promise.Stock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the books say of one item, evolved from its entries. */
public final class ItemReplay {
  private final OpenLines lines = new OpenLines();
  private final OpenSupplies supplies = new OpenSupplies();
  private Figures figures = Figures.ZERO;
  private long openDiscrepancies;
  private @Nullable Instant lastCountAt;
  private @Nullable Instant lastPickAt;
  private final Map<String, Long> backorderedBy = new HashMap<>();
  private long version;
  private long position;

  /**
   * Takes one more entry in.
   *
   * @param at its position in the ledger
   */
  void evolve(StockEvent event, long at) {
    position = at;
    figures = figures.plus(event.entry().change());
    Map<String, Long> changes = event.entry().backorderedBy();
    if (changes != null) {
      changes.forEach((channel, units) -> backorderedBy.merge(channel, units, Long::sum));
    }
    version++;
    switch (event) {
      case StockCounted e -> lastCountAt = later(lastCountAt, e);
      case StockDiscrepancyOpened ignored -> openDiscrepancies++;
      case StockDiscrepancyClosed ignored -> openDiscrepancies--;
      case SupplyEvent e -> supplies.evolve(e);
      case StockEvent.OnPromise e -> {
        lines.evolve(e);
        if (e instanceof StockPicked) {
          lastPickAt = later(lastPickAt, e);
        }
      }
      default -> {}
    }
  }

  /** How many entries it evolved from. */
  public long version() {
    return version;
  }

  /** Of the last of them in the ledger; 0 before the first. */
  public long position() {
    return position;
  }

  /**
   * What the books said, as it was for a channel.
   *
   * @param moment not before the last entry; what ran out by then is not in it, also where that was
   *     recorded later
   */
  public Stock stockAt(Instant moment, String channel) {
    long reserved = figures.reserved() - lines.dueBy(moment);
    long backordered =
        Math.min(
            figures.backordered(), Math.max(0, reserved + figures.setAside() - figures.good()));
    return new Stock(
        figures.good(),
        reserved,
        figures.setAside(),
        backordered,
        Math.min(backordered, backorderedBy.getOrDefault(channel, 0L)),
        figures.inTransit(),
        supplies.arrivals(),
        openDiscrepancies,
        lastCountAt,
        lastPickAt);
  }

  /** When the next pending line runs out; none where none does. */
  public @Nullable Instant nextDue(Instant moment) {
    return lines.nextAfter(moment);
  }

  /** Units that are open of a reservation. */
  public long openOf(String reservation) {
    return lines.units(reservation);
  }

  /** Units that are open on a line of a reservation, 0 for one that is not there. */
  public long openOf(String reservation, String line) {
    return lines.units(reservation, line);
  }

  private static Instant later(@Nullable Instant known, StockEvent event) {
    Instant moment = event.occurredAt().truncatedTo(ChronoUnit.MICROS);
    return known == null || moment.isAfter(known) ? moment : known;
  }
}
