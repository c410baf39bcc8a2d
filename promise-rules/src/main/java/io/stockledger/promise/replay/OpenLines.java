package io.stockledger.promise.replay;

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
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lines of reservations that are open on an item, and when they run out. A step costs O(log n)
 * in the number of different moments at which lines run out, for each line that it touches.
 */
final class OpenLines {
  private final Map<String, Map<String, Open>> byReservation = new HashMap<>();
  private final NavigableMap<Instant, Long> dueUnits = new TreeMap<>();

  private record Open(long units, @Nullable Instant expiresAt) {}

  void evolve(StockEvent.OnPromise event) {
    switch (event) {
      case StockReserved e -> put(e.reservationId(), e.line(), e.quantity(), e.expiresAt());
      case StockPicked e -> {
        if (e.reservationId() != null && e.line() != null) {
          take(e.reservationId(), e.line(), e.consumed());
        }
      }
      case StockReleased e -> take(e.reservationId(), e.line(), e.quantity());
      case StockReservationConfirmed e -> restamp(e.reservationId(), null);
      case StockReservationExtended e -> restamp(e.reservationId(), e.expiresAt());
      case StockReservationChanged e -> change(e);
      case StockReservationsExpired e -> {
        for (ExpiredLine line : e.expired()) {
          take(line.reservationId(), line.line(), line.quantity());
        }
      }
    }
  }

  /** Units whose moment has come, and whose expiry is not among the entries. */
  long dueBy(Instant moment) {
    long units = 0;
    for (long each : dueUnits.headMap(moment, true).values()) {
      units += each;
    }
    return units;
  }

  /** When the next lines run out; none where none do. */
  @Nullable Instant nextAfter(Instant moment) {
    return dueUnits.higherKey(moment);
  }

  /** Units that are open on a line, 0 for one that is not. */
  long units(String reservation, String line) {
    Open open = byReservation.getOrDefault(reservation, Map.of()).get(line);
    return open == null ? 0 : open.units;
  }

  /** Units that are open of a reservation. */
  long units(String reservation) {
    return byReservation.getOrDefault(reservation, Map.of()).values().stream()
        .mapToLong(Open::units)
        .sum();
  }

  private void change(StockReservationChanged event) {
    Set<String> gone =
        new HashSet<>(byReservation.getOrDefault(event.reservationId(), Map.of()).keySet());
    for (OpenLine line : event.lines()) {
      put(event.reservationId(), line.line(), line.quantity(), event.expiresAt());
      gone.remove(line.line());
    }
    gone.forEach(line -> put(event.reservationId(), line, 0, null));
  }

  private void restamp(String reservation, @Nullable Instant expiresAt) {
    Map<String, Open> lines = byReservation.getOrDefault(reservation, Map.of());
    for (Map.Entry<String, Open> line : List.copyOf(lines.entrySet())) {
      put(reservation, line.getKey(), line.getValue().units, expiresAt);
    }
  }

  private void take(String reservation, String line, long units) {
    Open before = byReservation.getOrDefault(reservation, Map.of()).get(line);
    if (before != null) {
      put(reservation, line, Math.max(0, before.units - units), before.expiresAt);
    }
  }

  private void put(String reservation, String line, long units, @Nullable Instant expiresAt) {
    Map<String, Open> lines = byReservation.computeIfAbsent(reservation, none -> new HashMap<>());
    Open before = units == 0 ? lines.remove(line) : lines.put(line, new Open(units, expiresAt));
    if (before != null) {
      due(before.expiresAt, -before.units);
    }
    due(expiresAt, units);
    if (lines.isEmpty()) {
      byReservation.remove(reservation);
    }
  }

  private void due(@Nullable Instant expiresAt, long units) {
    if (expiresAt != null && units != 0) {
      dueUnits.merge(expiresAt, units, (known, more) -> known + more == 0 ? null : known + more);
    }
  }
}
