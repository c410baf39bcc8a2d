package io.stockledger.projections.testing;

import io.stockledger.api.LedgerEvent;
import io.stockledger.api.Reference;
import io.stockledger.api.location.LocationEvent.LocationRegistered;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.product.ProductEvent.ProductRegistered;
import io.stockledger.api.product.ProductTraits;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.Entry;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.ExpiredLine;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.api.stock.StockEvent.StockPicked;
import io.stockledger.api.stock.StockEvent.StockReceived;
import io.stockledger.api.stock.StockEvent.StockReleased;
import io.stockledger.api.stock.StockEvent.StockReservationConfirmed;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.api.stock.StockEvent.StockSetAside;
import io.stockledger.projections.running.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events of a ledger in order, with their versions and positions. */
public final class Story {
  public static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  public static final ItemId ITEM = new ItemId("L1", "85123A");

  private final List<RecordedEvent> events = new ArrayList<>();
  private final Map<String, Long> versions = new HashMap<>();
  private Instant now = START;
  private @Nullable Instant occurred;
  private @Nullable Instant nextDue;

  /** The clock of what follows. */
  public Story at(Instant moment) {
    now = moment;
    return this;
  }

  /** The next entry happened earlier than it is recorded. */
  public Story occurred(Instant moment) {
    occurred = moment;
    return this;
  }

  /** What the entries that follow say is the earliest expiry. */
  public Story due(@Nullable Instant moment) {
    nextDue = moment;
    return this;
  }

  public Story registered(String location, String sku) {
    add(
        "location:" + location,
        new LocationRegistered(
            location, "Shop", LocationKind.STORE, "Europe/Berlin", LocationTraits.NONE, now, now));
    return add(
        "product:" + sku,
        new ProductRegistered(sku, "Lantern", "piece", ProductTraits.NONE, now, now));
  }

  public Story received(ItemId item, long quantity) {
    return stock(
        new StockReceived(
            entry(item, Change.of(Condition.GOOD, quantity)), Condition.GOOD, quantity));
  }

  public Story setAside(ItemId item, long quantity) {
    return stock(new StockSetAside(entry(item, Change.ofSetAside(quantity)), quantity));
  }

  public Story picked(ItemId item, long quantity) {
    return stock(
        new StockPicked(
            entry(item, Change.of(Condition.GOOD, -quantity)), quantity, null, null, 0, false));
  }

  public Story pickedFor(ItemId item, String reservation, long quantity) {
    Change change = Change.of(Condition.GOOD, -quantity).plus(Change.ofAllocated(-quantity));
    return stock(new StockPicked(entry(item, change), quantity, reservation, "1", quantity, false));
  }

  /** Pending with an expiry, allocated without. */
  public Story reserved(
      ItemId item, String reservation, long quantity, @Nullable Instant expiresAt) {
    Change change = expiresAt == null ? Change.ofAllocated(quantity) : Change.ofPending(quantity);
    if (expiresAt != null && (nextDue == null || expiresAt.isBefore(nextDue))) {
      nextDue = expiresAt;
    }
    return stock(
        new StockReserved(
            entry(item, change),
            reservation,
            "1",
            quantity,
            quantity,
            expiresAt,
            null,
            null,
            null));
  }

  public Story confirmed(ItemId item, String reservation, long quantity) {
    Change change = Change.ofPending(-quantity).plus(Change.ofAllocated(quantity));
    return stock(new StockReservationConfirmed(entry(item, change), reservation, quantity));
  }

  public Story released(ItemId item, String reservation, long quantity) {
    return stock(
        new StockReleased(entry(item, Change.ofAllocated(-quantity)), reservation, "1", quantity));
  }

  public Story expired(ItemId item, String reservation, long quantity, Instant expiredAt) {
    return stock(
        new StockReservationsExpired(
            entry(item, Change.ofPending(-quantity)),
            List.of(new ExpiredLine(reservation, "1", quantity, expiredAt))));
  }

  /** Good units were counted; {@code change} is the effect today. */
  public Story counted(ItemId item, long counted, long book, long change) {
    return stock(
        new StockCounted(
            entry(item, Change.of(Condition.GOOD, change)),
            Map.of(Condition.GOOD, counted),
            Map.of(Condition.GOOD, book),
            CountMethod.RFID,
            CountKind.CYCLE_COUNT));
  }

  /** The frame of an entry of now, for events that have no verb here. */
  public Entry entry(ItemId item, Change change) {
    Instant moment = occurred == null ? now : occurred;
    occurred = null;
    return new Entry(
        item.location(),
        item.sku(),
        moment,
        now,
        change,
        null,
        null,
        null,
        null,
        change.backordered() == 0 ? null : Map.of("web", change.backordered()),
        nextDue,
        "TEST",
        "POS-7",
        new Reference("order", "4711"),
        null);
  }

  public Story stock(StockEvent event) {
    return add(event.entry().item().stream(), event);
  }

  public Story add(String stream, LedgerEvent event) {
    long version = versions.merge(stream, 1L, Long::sum);
    Map<String, String> metadata =
        Map.of("client", "pos", "credential", "pos-1", "key", "k" + (events.size() + 1));
    events.add(new RecordedEvent(events.size() + 1L, stream, version, () -> event, metadata));
    return this;
  }

  public List<RecordedEvent> events() {
    return List.copyOf(events);
  }

  /** How many events there are. */
  public int size() {
    return events.size();
  }

  /** The events behind a position. */
  public List<RecordedEvent> after(int position) {
    return List.copyOf(events.subList(position, events.size()));
  }
}
