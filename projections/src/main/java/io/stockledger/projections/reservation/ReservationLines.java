package io.stockledger.projections.reservation;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.ExpiredLine;
import io.stockledger.api.stock.StockEvent.OpenLine;
import io.stockledger.api.stock.StockEvent.StockPicked;
import io.stockledger.api.stock.StockEvent.StockReleased;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.api.stock.StockEvent.StockReservationConfirmed;
import io.stockledger.api.stock.StockEvent.StockReservationExtended;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.api.stock.StockEvent.StockReserved;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The lines of reservations, and what entries of items make of them. Lives for one batch. */
public final class ReservationLines {
  private final Map<LineId, ReservationRow> touched = new LinkedHashMap<>();
  private final Map<Place, Map<String, ReservationRow>> lines = new HashMap<>();

  private record Place(String reservationId, ItemId item) {}

  /**
   * @param before every line of the reservations and items that will be touched
   */
  public ReservationLines(Collection<ReservationRow> before) {
    before.forEach(this::remember);
  }

  /** The reservations that an entry touches on its item. */
  static Set<String> reservationsOf(StockEvent event) {
    return event instanceof StockEvent.OnPromise said ? reservationsOf(said) : Set.of();
  }

  private static Set<String> reservationsOf(StockEvent.OnPromise event) {
    return switch (event) {
      case StockReserved e -> Set.of(e.reservationId());
      case StockReservationConfirmed e -> Set.of(e.reservationId());
      case StockReservationExtended e -> Set.of(e.reservationId());
      case StockReservationChanged e -> Set.of(e.reservationId());
      case StockReleased e -> Set.of(e.reservationId());
      case StockPicked e -> e.reservationId() == null ? Set.of() : Set.of(e.reservationId());
      case StockReservationsExpired e -> {
        Set<String> ids = new HashSet<>();
        e.expired().forEach(line -> ids.add(line.reservationId()));
        yield ids;
      }
    };
  }

  /** The lines that were touched, as they are now. */
  public Collection<ReservationRow> touched() {
    return touched.values();
  }

  /** Entries that say nothing of reservations leave all lines as they are. */
  public void fold(StockEvent event, long position, long version) {
    if (event instanceof StockEvent.OnPromise said) {
      fold(said, new Stamp(event, position, version));
    }
  }

  private void fold(StockEvent.OnPromise event, Stamp stamp) {
    switch (event) {
      case StockReserved e -> reserve(e, stamp);
      case StockReservationConfirmed e ->
          openOnes(e.reservationId(), stamp, row -> row.until(null));
      case StockReservationExtended e ->
          openOnes(e.reservationId(), stamp, row -> row.until(e.expiresAt()));
      case StockReservationChanged e -> change(e, stamp);
      case StockReleased e ->
          one(
              e.reservationId(),
              e.line(),
              stamp,
              row -> row.release(e.quantity(), e.entry().reason()));
      case StockPicked e -> pick(e, stamp);
      case StockReservationsExpired e -> e.expired().forEach(line -> expire(line, stamp));
    }
  }

  private void reserve(StockReserved e, Stamp stamp) {
    LineId id = new LineId(e.reservationId(), e.line(), stamp.item());
    ReservationRow made = stamp.made(id, e.quantity(), e.channel());
    put(
        made.until(e.expiresAt())
            .requested(e.requested())
            .backordered(e.backordered(), e.promisedOn()),
        stamp);
  }

  private void pick(StockPicked e, Stamp stamp) {
    if (e.reservationId() != null && e.line() != null) {
      one(e.reservationId(), e.line(), stamp, row -> row.pick(e.consumed()));
    }
  }

  private void expire(ExpiredLine line, Stamp stamp) {
    one(line.reservationId(), line.line(), stamp, row -> row.expire(line.quantity()));
  }

  private void change(StockReservationChanged e, Stamp stamp) {
    Map<String, ReservationRow> present =
        lines.getOrDefault(new Place(e.reservationId(), stamp.item()), Map.of());
    Set<String> gone = new HashSet<>(present.keySet());
    for (OpenLine line : e.lines()) {
      gone.remove(line.line());
      ReservationRow row = present.get(line.line());
      ReservationRow next = restated(row, e, line, stamp).until(e.expiresAt());
      put(next.backordered(line.backordered(), line.promisedOn()), stamp);
    }
    for (String line : List.copyOf(gone)) {
      ReservationRow row = present.get(line);
      if (row != null && row.open() > 0) {
        put(row.withdraw(row.open()), stamp);
      }
    }
  }

  /** A line that was closed is open anew, and behind all others in the order of cover. */
  private static ReservationRow restated(
      @Nullable ReservationRow row, StockReservationChanged e, OpenLine line, Stamp stamp) {
    if (row == null) {
      LineId id = new LineId(e.reservationId(), line.line(), stamp.item());
      return stamp.made(id, line.quantity(), e.channel());
    }
    ReservationRow next = row.restate(line.quantity());
    return row.open() == 0 ? next.madeAnew(stamp.version()) : next;
  }

  private void openOnes(String reservationId, Stamp stamp, UnaryOperator<ReservationRow> step) {
    Place place = new Place(reservationId, stamp.item());
    for (ReservationRow row : List.copyOf(lines.getOrDefault(place, Map.of()).values())) {
      if (row.open() > 0) {
        put(step.apply(row), stamp);
      }
    }
  }

  private void one(
      String reservationId, String line, Stamp stamp, UnaryOperator<ReservationRow> step) {
    @Nullable ReservationRow row =
        lines.getOrDefault(new Place(reservationId, stamp.item()), Map.of()).get(line);
    if (row == null) {
      throw new IllegalStateException(
          "no line %s of reservation %s on %s".formatted(line, reservationId, stamp.item()));
    }
    put(step.apply(row), stamp);
  }

  private void put(ReservationRow row, Stamp stamp) {
    ReservationRow next =
        row.touched(stamp.event().recordedAt(), stamp.version(), stamp.position());
    remember(next);
    touched.put(next.id(), next);
  }

  private void remember(ReservationRow row) {
    lines
        .computeIfAbsent(
            new Place(row.id().reservationId(), row.id().item()), place -> new LinkedHashMap<>())
        .put(row.id().line(), row);
  }

  /** The entry that is being folded. */
  private record Stamp(StockEvent event, long position, long version) {
    ItemId item() {
      return event.entry().item();
    }

    ReservationRow made(LineId id, long quantity, @Nullable String channel) {
      return new ReservationRow(
          id,
          quantity,
          quantity,
          quantity,
          0,
          0,
          0,
          0,
          null,
          0,
          null,
          null,
          channel,
          event.entry().reference(),
          version,
          event.recordedAt(),
          null,
          version,
          position);
    }
  }
}
