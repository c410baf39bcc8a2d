package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.EventName;
import io.stockledger.api.LedgerEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can have happened to a stock item. In JSON the fields of {@link Entry} stand
 * beside those of the event, flat. Stored under the name that is annotated; what each field means
 * to readers in other languages is in {@code docs/events.md}.
 */
public sealed interface StockEvent extends LedgerEvent
    permits StockEvent.StockCounted,
        StockEvent.StockSetAside,
        StockEvent.StockPutBack,
        StockEvent.StockReversed,
        StockEvent.StockDiscrepancyOpened,
        StockEvent.Reversible,
        StockEvent.OnPromise,
        TransferEvent,
        SupplyEvent,
        DiscrepancyEvent,
        TotalEvent,
        LowStockEvent {
  Entry entry();

  /** A movement that a reversal may compensate (rule book, "Corrections"). */
  sealed interface Reversible extends StockEvent {}

  /** What is said of reservations; every other entry leaves them as they are. */
  sealed interface OnPromise extends StockEvent {}

  @Override
  default Instant occurredAt() {
    return entry().occurredAt();
  }

  @Override
  default Instant recordedAt() {
    return entry().recordedAt();
  }

  /** Units came in. */
  @EventName("stock.received")
  record StockReceived(@JsonUnwrapped Entry entry, Condition condition, long quantity)
      implements Reversible {}

  /**
   * Good units were taken.
   *
   * @param quantity units taken off hand (as stated, where a count absorbed the fact)
   * @param consumed units of the reservation line that it used up, 0 without one
   * @param happened stated as a fact, not asked for
   */
  @EventName("stock.picked")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StockPicked(
      @JsonUnwrapped Entry entry,
      long quantity,
      @Nullable String reservationId,
      @Nullable String line,
      long consumed,
      boolean happened)
      implements Reversible, OnPromise {}

  /** Units came back from a customer. */
  @EventName("stock.returned")
  record StockReturned(@JsonUnwrapped Entry entry, Condition condition, long quantity)
      implements Reversible {}

  /**
   * A figure was corrected by a difference.
   *
   * @param quantity signed
   */
  @EventName("stock.adjusted")
  record StockAdjusted(@JsonUnwrapped Entry entry, Condition condition, long quantity)
      implements Reversible {}

  /**
   * Units were counted, absolutely, for the conditions named.
   *
   * @param counted what was there
   * @param book what the ledger held at that moment by occurrence; the variance is counted − book.
   *     A condition behind a later count is named in {@link Entry#absorbedBy()}, moves nothing, and
   *     has no book here: only the count that absorbed it is compared with one
   */
  @EventName("stock.counted")
  record StockCounted(
      @JsonUnwrapped Entry entry,
      Map<Condition, Long> counted,
      Map<Condition, Long> book,
      CountMethod method,
      CountKind kind)
      implements StockEvent {}

  /** Units changed their condition. */
  @EventName("stock.condition-changed")
  record StockConditionChanged(
      @JsonUnwrapped Entry entry, Condition from, Condition to, long quantity)
      implements Reversible {}

  /** Good units are kept for a purpose. */
  @EventName("stock.set-aside")
  record StockSetAside(@JsonUnwrapped Entry entry, long quantity) implements StockEvent {}

  /** Units that were set aside are free again. */
  @EventName("stock.put-back")
  record StockPutBack(@JsonUnwrapped Entry entry, long quantity) implements StockEvent {}

  /**
   * An earlier entry was compensated.
   *
   * @param reversedVersion the entry that this one corrects
   * @param reversedType its event name
   */
  @EventName("stock.reversed")
  record StockReversed(@JsonUnwrapped Entry entry, long reversedVersion, String reversedType)
      implements StockEvent {}

  /**
   * Units were promised. With {@code expiresAt} the line is pending, without it allocated.
   *
   * @param quantity units granted
   * @param requested units asked for; more than granted only with {@code accept: available} or
   *     split
   * @param channel through which it was promised, absent for none
   * @param backordered of the units granted, those that the channel promised beyond what it had to
   *     offer; absent for none
   * @param promisedOn the day that was promised with them; absent where none was
   */
  @EventName("stock.reserved")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StockReserved(
      @JsonUnwrapped Entry entry,
      String reservationId,
      String line,
      long quantity,
      long requested,
      @Nullable Instant expiresAt,
      @Nullable String channel,
      @Nullable Long backordered,
      @Nullable LocalDate promisedOn)
      implements OnPromise {}

  /** Every pending line of the reservation on this item became allocated. */
  @EventName("stock.reservation-confirmed")
  record StockReservationConfirmed(@JsonUnwrapped Entry entry, String reservationId, long quantity)
      implements OnPromise {}

  /** The pending lines of the reservation on this item expire at another moment. */
  @EventName("stock.reservation-extended")
  record StockReservationExtended(
      @JsonUnwrapped Entry entry, String reservationId, Instant expiresAt) implements OnPromise {}

  /**
   * The lines of the reservation on this item were stated anew; lines that are not named are no
   * longer open here.
   *
   * @param expiresAt of all its lines, absent when it is allocated
   */
  @EventName("stock.reservation-changed")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StockReservationChanged(
      @JsonUnwrapped Entry entry,
      String reservationId,
      List<OpenLine> lines,
      @Nullable Instant expiresAt,
      @Nullable String channel)
      implements OnPromise {}

  /**
   * An open quantity of a reservation line.
   *
   * @param backordered of the units that are new to it, those that the channel promised beyond what
   *     it had to offer; absent for none
   * @param promisedOn the day that was promised with them; absent where none was
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OpenLine(
      String line, long quantity, @Nullable Long backordered, @Nullable LocalDate promisedOn) {}

  /** Promised units are free again. */
  @EventName("stock.released")
  record StockReleased(@JsonUnwrapped Entry entry, String reservationId, String line, long quantity)
      implements OnPromise {}

  /** The record that pending lines ran out; they counted no more from their instants on. */
  @EventName("stock.reservations-expired")
  record StockReservationsExpired(@JsonUnwrapped Entry entry, List<ExpiredLine> expired)
      implements OnPromise {}

  /** A line that ran out with {@code quantity} still open. */
  record ExpiredLine(String reservationId, String line, long quantity, Instant expiredAt) {}

  /**
   * The shelf and the book disagree about units of a condition: the ledger could not record all of
   * a stated fact, or somebody flagged it.
   *
   * @param cause a word for why, such as {@code picked-beyond-book}, or {@code flagged}
   * @param stated what the sender said had moved; absent where it was flagged
   * @param recorded what the book could record of it; absent where it was flagged
   * @param missing units that the book has and the shelf has not, signed; absent where that is not
   *     known
   */
  @EventName("stock.discrepancy-opened")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StockDiscrepancyOpened(
      @JsonUnwrapped Entry entry,
      String discrepancyId,
      String cause,
      Condition condition,
      @Nullable Long stated,
      @Nullable Long recorded,
      @Nullable Long missing)
      implements StockEvent {}
}
