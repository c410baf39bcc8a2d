package io.stockledger.command.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Reference;
import io.stockledger.api.reservation.ReservationOutcome.LineAfter;
import io.stockledger.api.reservation.ReservationOutcome.ReservationAfter;
import io.stockledger.api.reservation.ReservationState;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.OpenLine;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.ItemDraft;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A promise over all its lines, as the entries of its items made it. Kept in the register, as JSON.
 *
 * @param expiresAt when it runs out, or ran out; none when it is allocated
 * @param lines in the order in which they were made; a line that is split has one for each item
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reservation(
    String id,
    @Nullable Reference reference,
    @Nullable String channel,
    @Nullable Instant expiresAt,
    List<Line> lines) {

  /**
   * A line on one item. What was granted is still open, or was picked, released, or expired.
   *
   * @param requested units asked for when it was made or last changed
   * @param quantity units ever granted
   * @param backordered of these, units that were promised beyond what there was to offer
   * @param promisedOn the day that was promised with them, absent where none was; it stays when
   *     they are there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      String line,
      String location,
      String sku,
      long requested,
      long quantity,
      long open,
      long picked,
      long released,
      long expired,
      long backordered,
      @Nullable LocalDate promisedOn) {
    public Line {
      if (open < 0 || open + picked + released + expired != quantity) {
        throw new IllegalStateException(
            "line %s: %d granted, but %d open, %d picked, %d released, %d expired"
                .formatted(line, quantity, open, picked, released, expired));
      }
    }

    public ItemId item() {
      return new ItemId(location, sku);
    }

    boolean on(ItemId item) {
      return location.equals(item.location()) && sku.equals(item.sku());
    }

    Line pick(long units) {
      return new Line(
          line,
          location,
          sku,
          requested,
          quantity,
          open - units,
          picked + units,
          released,
          expired,
          backordered,
          promisedOn);
    }

    Line release(long units) {
      return new Line(
          line,
          location,
          sku,
          requested,
          quantity,
          open - units,
          picked,
          released + units,
          expired,
          backordered,
          promisedOn);
    }

    Line expire(long units) {
      return new Line(
          line,
          location,
          sku,
          requested,
          quantity,
          open - units,
          picked,
          released,
          expired + units,
          backordered,
          promisedOn);
    }

    /** Open anew: more is granted, less is released. Of two promised days the later holds. */
    Line restate(OpenLine stated) {
      long units = stated.quantity();
      long more = Math.max(0, units - open);
      long less = Math.max(0, open - units);
      LocalDate day = stated.promisedOn();
      return new Line(
          line,
          location,
          sku,
          units,
          quantity + more,
          units,
          picked,
          released + less,
          expired,
          backordered + Objects.requireNonNullElse(stated.backordered(), 0L),
          promisedOn == null || (day != null && day.isAfter(promisedOn)) ? day : promisedOn);
    }

    LineAfter after() {
      return new LineAfter(
          line,
          location,
          sku,
          requested,
          quantity,
          open,
          picked,
          released,
          expired,
          backordered == 0 ? null : (Long) backordered,
          promisedOn);
    }
  }

  static Reservation begin(String id) {
    return new Reservation(id, null, null, null, List.of());
  }

  /**
   * The reservation after an entry of one of its items; other reservations' entries change nothing.
   */
  public Reservation evolve(StockEvent event) {
    return event instanceof StockEvent.OnPromise said ? evolve(said) : this;
  }

  /** With everything that would be recorded. */
  Reservation evolve(Drafts drafts) {
    Reservation next = this;
    for (ItemDraft draft : drafts.touched()) {
      for (StockEvent event : draft.events()) {
        next = next.evolve(event);
      }
    }
    return next;
  }

  private Reservation evolve(StockEvent.OnPromise event) {
    ItemId item = event.entry().item();
    return switch (event) {
      case StockEvent.StockReserved e -> e.reservationId().equals(id) ? reserved(e) : this;
      case StockEvent.StockPicked e ->
          id.equals(e.reservationId())
              ? line(item, Objects.requireNonNull(e.line()), l -> l.pick(e.consumed()))
              : this;
      case StockEvent.StockReleased e ->
          e.reservationId().equals(id) ? line(item, e.line(), l -> l.release(e.quantity())) : this;
      case StockEvent.StockReservationConfirmed e ->
          e.reservationId().equals(id) ? expiring(null) : this;
      case StockEvent.StockReservationExtended e ->
          e.reservationId().equals(id) ? expiring(e.expiresAt()) : this;
      case StockReservationChanged e -> e.reservationId().equals(id) ? restated(item, e) : this;
      case StockEvent.StockReservationsExpired e -> expired(item, e);
    };
  }

  private Reservation reserved(StockEvent.StockReserved e) {
    List<Line> next = new ArrayList<>(lines);
    next.add(
        new Line(
            e.line(),
            e.entry().location(),
            e.entry().sku(),
            e.requested(),
            e.quantity(),
            e.quantity(),
            0,
            0,
            0,
            Objects.requireNonNullElse(e.backordered(), 0L),
            e.promisedOn()));
    return new Reservation(
        id, e.entry().reference(), e.channel(), e.expiresAt(), List.copyOf(next));
  }

  private Reservation line(ItemId item, String name, UnaryOperator<Line> change) {
    return with(
        lines.stream()
            .map(l -> l.on(item) && l.line().equals(name) ? change.apply(l) : l)
            .toList());
  }

  private Reservation expiring(@Nullable Instant expiresAt) {
    return new Reservation(id, reference, channel, expiresAt, lines);
  }

  private Reservation expired(ItemId item, StockEvent.StockReservationsExpired e) {
    Reservation next = this;
    for (StockEvent.ExpiredLine gone : e.expired()) {
      if (gone.reservationId().equals(id)) {
        next = next.line(item, gone.line(), l -> l.expire(gone.quantity()));
      }
    }
    return next;
  }

  private Reservation restated(ItemId item, StockReservationChanged e) {
    List<Line> next = new ArrayList<>();
    List<OpenLine> fresh = new ArrayList<>(e.lines());
    for (Line l : lines) {
      if (l.on(item)) {
        OpenLine stated =
            fresh.stream().filter(s -> s.line().equals(l.line())).findFirst().orElse(null);
        fresh.remove(stated);
        next.add(stated == null ? l.release(l.open()) : l.restate(stated));
      } else {
        next.add(l);
      }
    }
    for (OpenLine l : fresh) {
      next.add(
          new Line(l.line(), item.location(), item.sku(), 0, 0, 0, 0, 0, 0, 0, null).restate(l));
    }
    return with(List.copyOf(next));
  }

  private Reservation with(List<Line> lines) {
    return new Reservation(id, reference, channel, expiresAt, lines);
  }

  private boolean isDue(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now) && open() > 0;
  }

  public ReservationState state(Instant now) {
    if (isDue(now) || lines.stream().anyMatch(l -> l.expired() > 0)) {
      return ReservationState.EXPIRED;
    }
    if (open() > 0) {
      return expiresAt == null ? ReservationState.ALLOCATED : ReservationState.PENDING;
    }
    return lines.stream().anyMatch(l -> l.picked() > 0)
        ? ReservationState.PICKED
        : ReservationState.RELEASED;
  }

  /** Units that are still promised, over all lines. */
  public long open() {
    return lines.stream().mapToLong(Line::open).sum();
  }

  /** Every item that it has, or had, a line on, in order. */
  public Set<ItemId> items() {
    return lines.stream()
        .map(Line::item)
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  ReservationAfter after(Instant now) {
    ReservationState state = state(now);
    return new ReservationAfter(
        id,
        state,
        state == ReservationState.PENDING ? expiresAt : null,
        lines.stream().map(Line::after).toList());
  }
}
