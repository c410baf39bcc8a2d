package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.Finding.Kind;
import io.stockledger.benchmarks.crash.check.ItemFold.LineId;
import io.stockledger.benchmarks.crash.check.ItemFold.OpenLine;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All items and promises as they are after an entry. While it grows it says what is wrong with the
 * entry itself: with what it claims, with what it does to figures.
 */
final class World {
  /** The truth of the shelf: these may leave promises uncovered. */
  private static final Set<String> TRUTHS = Set.of("stock.counted", "stock.adjusted");

  /** Units are there beyond what was sent. */
  static final String DISPUTED = "stock.discrepancy-opened";

  private final Map<String, ItemFold> items = new HashMap<>();
  private final Map<String, PromiseFold> promises = new HashMap<>();
  private final Map<String, TransferFold> transfers = new LinkedHashMap<>();
  private final Findings findings;

  World(Findings findings) {
    this.findings = findings;
  }

  ItemFold item(String stream) {
    return items.computeIfAbsent(stream, any -> new ItemFold());
  }

  /** None where nothing was ever promised under that id. */
  @Nullable PromiseFold promise(String reservation) {
    return promises.get(reservation);
  }

  /** By their streams. */
  Map<String, ItemFold> items() {
    return items;
  }

  /** None where nothing was ever transferred under that id. */
  @Nullable TransferFold transfer(String id) {
    return transfers.get(id);
  }

  Collection<TransferFold> transfers() {
    return transfers.values();
  }

  void add(Entry entry) {
    ItemFold item = item(entry.stream());
    Figures before = item.figures();
    item.add(entry);
    Figures change = entry.change();
    Figures after = item.figures();
    if (after.isNegative()) {
      wrong(entry, "a figure is negative: %s".formatted(after));
    }
    if (after.shortfall() > before.shortfall() && !TRUTHS.contains(entry.type())) {
      findings.add(
          Kind.OVERSOLD, entry.position(), "%s leaves %s uncovered".formatted(entry.type(), after));
    }
    lines(entry, item, change, before);
    if (after.pending() != item.open(true) || after.allocated() != item.open(false)) {
      wrong(entry, "open lines do not add up to %s".formatted(after));
    }
    if (!Objects.equals(entry.moment("nextDue"), item.nextDue())) {
      wrong(entry, "the next to expire does so at %s".formatted(item.nextDue()));
    }
    if (!Entry.stream(entry.payload()).equals(entry.stream())) {
      wrong(entry, "it names another item than its stream");
    }
  }

  private void lines(Entry entry, ItemFold item, Figures change, Figures before) {
    switch (entry.type()) {
      case "stock.received", "stock.adjusted" -> require(entry, entry.quantity() == change.good());
      case "stock.counted" ->
          require(
              entry,
              entry.payload().at("/counted/good").asLong(-1) == before.good() + change.good());
      case "stock.picked" -> picked(entry, item, change);
      case "stock.reserved" -> reserved(entry, item, change);
      case "stock.released" -> released(entry, item, change);
      case Entry.EXPIRED -> expired(entry, item, change);
      case DISPUTED -> disputed(entry, change);
      case TransferFold.REQUESTED,
          TransferFold.DISPATCHED,
          TransferFold.UNDER_WAY,
          TransferFold.RECEIVED,
          TransferFold.WRITTEN_OFF,
          TransferFold.CANCELLED ->
          transferred(entry, change);
      default -> wrong(entry, "nothing of the load leads to %s".formatted(entry.type()));
    }
  }

  private void reserved(Entry entry, ItemFold item, Figures change) {
    Instant expiresAt = entry.moment("expiresAt");
    // the load never takes less than it asked for
    boolean whole = entry.payload().path("requested").asLong(0) == entry.quantity();
    require(entry, whole && change.equals(ofPromise(entry.quantity(), expiresAt)));
    item.open(line(entry), entry.quantity(), expiresAt);
    promises
        .computeIfAbsent(entry.text("reservationId"), any -> new PromiseFold())
        .reserved(entry.stream().substring(Entry.STOCK.length()), entry.quantity(), expiresAt);
  }

  private void picked(Entry entry, ItemFold item, Figures change) {
    Figures expected = Figures.ofGood(-entry.quantity());
    if (entry.payload().has("reservationId")) {
      long consumed = entry.payload().path("consumed").asLong(0);
      expected = expected.plus(closed(entry, item, line(entry), consumed));
      promised(entry).picked(consumed);
    }
    require(entry, change.equals(expected));
  }

  private void released(Entry entry, ItemFold item, Figures change) {
    require(entry, change.equals(closed(entry, item, line(entry), entry.quantity())));
    promised(entry).released(entry.quantity());
  }

  private void expired(Entry entry, ItemFold item, Figures change) {
    Figures expected = Figures.ZERO;
    for (JsonNode gone : entry.payload().path("expired")) {
      String reservation = gone.path("reservationId").asString("");
      long units = gone.path("quantity").asLong(0);
      LineId line = new LineId(reservation, gone.path("line").asString(""));
      OpenLine open = item.close(line, units);
      if (open.open() != units || !open.isDue(entry.stored().recordedAt())) {
        wrong(entry, "%s cannot expire: %s".formatted(line, open));
      }
      expected = expected.plus(Figures.ofPending(-units));
      promises.computeIfAbsent(reservation, any -> new PromiseFold()).expired(units);
    }
    require(entry, change.equals(expected));
  }

  private void disputed(Entry entry, Figures change) {
    JsonNode told = entry.payload();
    long beyond = told.path("stated").asLong(0) - told.path("recorded").asLong(0);
    require(entry, change.equals(Figures.ZERO) && told.path("missing").asLong(0) == -beyond);
  }

  private void transferred(Entry entry, Figures change) {
    TransferFold transfer =
        transfers.computeIfAbsent(entry.text("transferId"), any -> new TransferFold());
    transfer.add(entry);
    TransferLineFold line = Objects.requireNonNull(transfer.line(entry.text("line")));
    long units = entry.quantity();
    Figures expected =
        switch (entry.type()) {
          case TransferFold.REQUESTED -> Figures.ofSetAside(units);
          case TransferFold.DISPATCHED ->
              Figures.ofGood(-units).plus(Figures.ofSetAside(line.isMoved() ? 0 : -units));
          case TransferFold.UNDER_WAY -> Figures.ofInTransit(units);
          case TransferFold.RECEIVED -> {
            Figures arrived = TransferLineFold.arrived(entry);
            long missing = entry.payload().path("missing").asLong(0);
            yield arrived.plus(Figures.ofInTransit(-arrived.onHand() - missing));
          }
          case TransferFold.WRITTEN_OFF -> Figures.ofInTransit(-units);
          default -> Figures.ofSetAside(-units);
        };
    require(entry, change.equals(expected));
  }

  private Figures closed(Entry entry, ItemFold item, LineId line, long units) {
    OpenLine open = item.close(line, units);
    if (open.open() < units) {
      wrong(entry, "%d are taken of %s, where %d are open".formatted(units, line, open.open()));
    }
    return ofPromise(-units, open.expiresAt());
  }

  private PromiseFold promised(Entry entry) {
    return promises.computeIfAbsent(entry.text("reservationId"), any -> new PromiseFold());
  }

  private static LineId line(Entry entry) {
    return new LineId(entry.text("reservationId"), entry.text("line"));
  }

  private static Figures ofPromise(long units, @Nullable Instant expiresAt) {
    return expiresAt == null ? Figures.ofAllocated(units) : Figures.ofPending(units);
  }

  private void require(Entry entry, boolean consistent) {
    if (!consistent) {
      wrong(entry, "its change is not what it tells: %s".formatted(entry.payload()));
    }
  }

  private void wrong(Entry entry, String what) {
    findings.add(
        Kind.CONTRADICTION,
        entry.position() + " (" + entry.stream() + "/" + entry.version() + ")",
        what);
  }
}
