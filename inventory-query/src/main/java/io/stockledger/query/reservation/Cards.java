package io.stockledger.query.reservation;

import io.stockledger.api.reservation.ReservationCard;
import io.stockledger.api.reservation.ReservationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reservations put together from their lines. */
final class Cards {
  private Cards() {}

  /** One for each reservation, in the order in which their first lines come. */
  static List<ReservationCard> of(List<LineRow> rows) {
    Map<String, List<LineRow>> byId = new LinkedHashMap<>();
    rows.forEach(
        row -> byId.computeIfAbsent(row.reservationId(), id -> new ArrayList<>()).add(row));
    return byId.values().stream().map(Cards::card).toList();
  }

  private static ReservationCard card(List<LineRow> rows) {
    LineRow first = rows.stream().min(Comparator.comparing(LineRow::reservedAt)).orElseThrow();
    ReservationState state = state(rows);
    return new ReservationCard(
        first.reservationId(),
        state,
        expiresAt(rows, state),
        first.channel(),
        first.reference(),
        first.reservedAt(),
        state.isOpen() ? null : latest(rows.stream().map(LineRow::closedAt)),
        rows.stream().map(LineRow::line).toList());
  }

  /** By what is open; closed ones by what became of the last open units. */
  private static ReservationState state(List<LineRow> rows) {
    if (rows.stream().anyMatch(row -> isOpen(row) && row.expiresAt() != null)) {
      return ReservationState.PENDING;
    }
    if (rows.stream().anyMatch(Cards::isOpen)) {
      return ReservationState.ALLOCATED;
    }
    if (rows.stream().anyMatch(row -> row.line().expired() > 0)) {
      return ReservationState.EXPIRED;
    }
    return rows.stream().anyMatch(row -> row.line().picked() > 0)
        ? ReservationState.PICKED
        : ReservationState.RELEASED;
  }

  private static @Nullable Instant expiresAt(List<LineRow> rows, ReservationState state) {
    if (state == ReservationState.EXPIRED) {
      return latest(rows.stream().filter(row -> row.line().expired() > 0).map(LineRow::expiresAt));
    }
    return rows.stream()
        .filter(Cards::isOpen)
        .map(LineRow::expiresAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static boolean isOpen(LineRow row) {
    return row.line().open() > 0;
  }

  private static @Nullable Instant latest(Stream<@Nullable Instant> moments) {
    return moments.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
  }
}
