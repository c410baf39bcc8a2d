package io.stockledger.server.proof;

import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.LastCount;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.command.reservation.Reservation;
import io.stockledger.command.reservation.TestLedger;
import io.stockledger.command.stock.OpenPromise;
import io.stockledger.command.stock.StockItem;
import io.stockledger.projections.audit.HistoryRow;
import io.stockledger.projections.channel.ExpectedLine;
import io.stockledger.projections.channel.SellableRow;
import io.stockledger.projections.reservation.LineId;
import io.stockledger.projections.reservation.ReservationLines;
import io.stockledger.projections.reservation.ReservationRow;
import io.stockledger.projections.stock.AvailableRow;
import io.stockledger.projections.stock.OnHandRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the projections make of a ledger in memory, and what they must agree on with the
 * items and the register that decided.
 */
final class FoldedTables {
  private static final Comparator<ReservationRow> AS_MADE =
      Comparator.comparingLong(ReservationRow::madeVersion)
          .thenComparing(row -> row.id().reservationId())
          .thenComparing(row -> row.id().line());

  private final Map<ItemId, ItemRows> items = new HashMap<>();
  private final Map<LineId, ReservationRow> lines = new HashMap<>();
  private int position;

  /** The rows of one item. */
  private static final class ItemRows {
    @Nullable OnHandRow onHand;
    @Nullable AvailableRow available;
    @Nullable SellableRow sellable;
    @Nullable LastCount lastCount;
    final List<HistoryRow> history = new ArrayList<>();

    void fold(StockEvent event, long position) {
      long version = history.size() + 1L;
      onHand = OnHandRow.fold(onHand, event, position, version);
      available = AvailableRow.fold(available, event, position, version);
      sellable = SellableRow.fold(sellable, event, position, version);
      HistoryRow last = history.isEmpty() ? null : history.getLast();
      history.add(HistoryRow.fold(last, event, "any", Map.of(), position, version));
      if (event instanceof StockCounted c
          && (lastCount == null || !c.occurredAt().isBefore(lastCount.occurredAt()))) {
        lastCount = new LastCount(version, c.occurredAt(), c.method(), c.kind(), c.counted());
      }
    }
  }

  /**
   * Folds what was recorded since, as one batch.
   *
   * @return the items that it was about
   */
  Set<ItemId> fold(List<StockEvent> journal) {
    Set<ItemId> touched = new HashSet<>();
    ReservationLines batch = new ReservationLines(lines.values());
    for (StockEvent event : journal.subList(position, journal.size())) {
      position++;
      ItemRows rows = items.computeIfAbsent(event.entry().item(), id -> new ItemRows());
      touched.add(event.entry().item());
      rows.fold(event, position);
      batch.fold(event, position, rows.history.size());
    }
    batch.touched().forEach(row -> lines.put(row.id(), row));
    return touched;
  }

  /**
   * @throws AssertionError where a figure differs
   */
  void requireSame(TestLedger ledger, Set<ItemId> touched) {
    touched.forEach(
        id -> requireSame(ledger, ledger.item(id), Objects.requireNonNull(items.get(id))));
    long registered = 0;
    for (Reservation reservation : ledger.reservations().values()) {
      registered += reservation.lines().size();
      reservation.lines().forEach(line -> requireSame(reservation, line));
    }
    same("lines of the register", registered, (long) lines.size());
  }

  private void requireSame(TestLedger ledger, StockItem item, ItemRows rows) {
    Figures figures = item.figures();
    AvailableRow available = Objects.requireNonNull(rows.available);
    same("available", figures, available.figures());
    same("available, next due", item.nextDue(), available.nextDue());
    same("available, version", item.version(), available.version());
    same("available, last count", rows.lastCount, available.lastCount());
    same("discrepancies", (long) item.openDiscrepancies().size(), available.openDiscrepancies());
    OnHandRow onHand = Objects.requireNonNull(rows.onHand);
    same("on hand", physical(figures), onHand.figures());
    same("on hand, version", item.version(), onHand.version());
    same("on hand, last count", rows.lastCount, onHand.lastCount());
    SellableRow sellable = Objects.requireNonNull(rows.sellable);
    same("sellable", figures.available(), sellable.available());
    same("sellable, in transit", figures.inTransit(), sellable.inTransit());
    same(
        "sellable, expected",
        figures.expected(),
        sellable.arrivals().stream().mapToLong(ExpectedLine::open).sum());
    same(
        "sellable, discrepancies",
        (long) item.openDiscrepancies().size(),
        sellable.openDiscrepancies());
    same(
        "sellable, last count",
        rows.lastCount == null ? null : rows.lastCount.occurredAt(),
        sellable.lastCountAt());
    same("sellable, reserved", figures.reserved(), sellable.reserved());
    same("sellable, set aside", figures.setAside(), sellable.setAside());
    same("sellable, next due", item.nextDue(), sellable.nextDue());
    same("sellable, version", item.version(), sellable.version());
    HistoryRow last = rows.history.getLast();
    same("history", figures, last.figures());
    same("history, next due", item.nextDue(), last.nextDue());
    same("history, version", item.version(), last.version());
    same("open lines", covered(item, promised(ledger, item)), covered(item, open(item.item())));
  }

  private void requireSame(Reservation reservation, Reservation.Line line) {
    LineId id = new LineId(reservation.id(), line.line(), line.item());
    ReservationRow row = lines.get(id);
    if (row == null) {
      throw new AssertionError("no row for " + id);
    }
    Reservation.Line stored =
        new Reservation.Line(
            line.line(),
            line.location(),
            line.sku(),
            row.requested(),
            row.quantity(),
            row.open(),
            row.picked(),
            row.released(),
            row.expired(),
            row.backordered(),
            row.promisedOn());
    same("a line of " + reservation.id(), line, stored);
    if (line.open() > 0) {
      same("the expiry of " + id, reservation.expiresAt(), row.expiresAt());
      same("the channel of " + id, reservation.channel(), row.channel());
    }
  }

  /** What is replayed from the beginning is what lives, at every version. */
  void requireReplayed(TestLedger ledger) {
    items.forEach(
        (id, rows) -> {
          StockItem replayed = StockItem.absent(id);
          for (HistoryRow row : rows.history) {
            replayed = replayed.evolve(Objects.requireNonNull(row.event()));
            same("history at " + row.version(), replayed.figures(), row.figures());
            same("version", replayed.version(), row.version());
          }
          same("replayed", ledger.item(id), replayed);
        });
  }

  private static Figures physical(Figures f) {
    return new Figures(
        f.good(), f.damaged(), f.quarantine(), f.nonSellable(), 0, 0, 0, f.inTransit(), 0, 0);
  }

  /** An open line as both sides know it. */
  record Line(String reservationId, String line, long open, @Nullable Object expiresAt) {}

  /** An open line, and how many of its units nothing is there for. */
  record Covered(Line line, long uncovered) {}

  /** The item's own open lines in the order in which they were made. */
  static List<Line> promised(TestLedger ledger, StockItem item) {
    return ledger.reservations().keySet().stream()
        .flatMap(id -> item.promisedTo(id).stream())
        .sorted(Comparator.comparing(OpenPromise::place))
        .map(p -> new Line(p.reservationId(), p.line(), p.quantity(), p.expiresAt()))
        .toList();
  }

  private List<Line> open(ItemId item) {
    return lines.values().stream()
        .filter(row -> row.open() > 0 && row.id().item().equals(item))
        .sorted(AS_MADE)
        .map(r -> new Line(r.id().reservationId(), r.id().line(), r.open(), r.expiresAt()))
        .toList();
  }

  /** Good units cover what is set aside, then promises in the order in which they were made. */
  static List<Covered> covered(StockItem item, List<Line> lines) {
    long left = Math.max(0, item.figures().good() - item.figures().setAside());
    List<Covered> covered = new ArrayList<>();
    for (Line line : lines) {
      covered.add(new Covered(line, line.open() - Math.min(line.open(), left)));
      left -= Math.min(line.open(), left);
    }
    return covered;
  }

  private static void same(String what, @Nullable Object decided, @Nullable Object folded) {
    if (!Objects.equals(decided, folded)) {
      throw new AssertionError(
          "%s: the items have %s, the tables %s".formatted(what, decided, folded));
    }
  }
}
