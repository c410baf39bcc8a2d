package io.stockledger.command.reservation;

import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationCommand.LineQuantity;
import io.stockledger.api.reservation.ReservationCommand.Part;
import io.stockledger.api.reservation.ReservationRefusal.ExceedsReserved;
import io.stockledger.api.reservation.ReservationRefusal.LinesNeeded;
import io.stockledger.api.reservation.ReservationRefusal.UnknownLine;
import io.stockledger.api.stock.ItemId;
import io.stockledger.command.reservation.Reservation.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Which lines a part of a reservation means, and how many units of each. */
final class Selection {
  /** So many units of an open line. */
  record Take(Line line, long quantity) {}

  private final Reservation reservation;
  private final boolean mayExceed;
  private final ToLongFunction<Line> holds;
  private final Map<Line, Long> left = new LinkedHashMap<>();
  private final List<Take> takes = new ArrayList<>();
  private final Map<ItemId, Long> beyond = new LinkedHashMap<>();

  private Selection(Reservation reservation, boolean mayExceed, ToLongFunction<Line> holds) {
    this.reservation = reservation;
    this.mayExceed = mayExceed;
    this.holds = holds;
    reservation.lines().forEach(line -> left.put(line, holds.applyAsLong(line)));
  }

  /** Of what is open. */
  static Selection ofOpen(Reservation reservation, boolean mayExceed) {
    return new Selection(reservation, mayExceed, Line::open);
  }

  /** Of what ran out, for facts that are told too late. */
  static Selection ofLapsed(Reservation reservation) {
    return new Selection(reservation, true, line -> line.open() + line.expired());
  }

  /** The units that the lines hold. */
  List<Take> takes() {
    return takes;
  }

  /** The units that no line holds, by item. */
  Map<ItemId, Long> beyond() {
    return beyond;
  }

  @Nullable Refusal choose(Part part) {
    List<Line> lines =
        reservation.lines().stream()
            .filter(line -> part.item() == null || line.on(part.item()))
            .toList();
    if (lines.isEmpty()) {
      return new UnknownLine(reservation.id(), String.valueOf(part.item()));
    }
    if (!part.lines().isEmpty()) {
      return chooseNamed(lines, part.lines());
    }
    if (part.quantity() != null) {
      long items = itemsOf(lines);
      if (items > 1) {
        return new LinesNeeded(reservation.id(), (int) items);
      }
    }
    return choose(lines, null, part.quantity());
  }

  private @Nullable Refusal chooseNamed(List<Line> lines, List<LineQuantity> named) {
    for (LineQuantity wanted : named) {
      List<Line> found = lines.stream().filter(line -> line.line().equals(wanted.line())).toList();
      if (found.isEmpty()) {
        return new UnknownLine(reservation.id(), wanted.line());
      }
      Refusal refusal = choose(found, wanted.line(), wanted.quantity());
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  private @Nullable Refusal choose(
      List<Line> from, @Nullable String name, @Nullable Long quantity) {
    long open = from.stream().mapToLong(this::left).sum();
    long wanted = quantity == null ? open : quantity;
    if (wanted > open && !mayExceed) {
      return new ExceedsReserved(reservation.id(), name, wanted, open);
    }
    Line last = from.stream().filter(line -> left(line) > 0).findFirst().orElse(from.getFirst());
    for (Line line : from) {
      long units = Math.min(wanted, left(line));
      if (units > 0) {
        takes.add(new Take(line, units));
        left.merge(line, -units, Long::sum);
        wanted -= units;
      }
    }
    if (wanted > 0) {
      beyond.merge(last.item(), wanted, Long::sum);
    }
    return null;
  }

  /** A quantity alone is clear where one item holds something, or where there is one item only. */
  private long itemsOf(List<Line> lines) {
    long holding =
        lines.stream().filter(l -> holds.applyAsLong(l) > 0).map(Line::item).distinct().count();
    return holding > 0 ? holding : lines.stream().map(Line::item).distinct().count();
  }

  private long left(Line line) {
    return left.getOrDefault(line, 0L);
  }
}
