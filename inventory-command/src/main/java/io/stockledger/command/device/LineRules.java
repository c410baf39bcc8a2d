package io.stockledger.command.device;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Outcome;
import io.stockledger.api.Refusal;
import io.stockledger.api.device.DeviceLine;
import io.stockledger.api.device.LineOutcome;
import io.stockledger.api.reservation.ReservationCommand.Part;
import io.stockledger.api.reservation.ReservationCommand.PickReservation;
import io.stockledger.api.stock.AdjustReason;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.api.stock.StockCommand.AdjustStock;
import io.stockledger.api.stock.StockCommand.ChangeCondition;
import io.stockledger.api.stock.StockCommand.CountStock;
import io.stockledger.api.stock.StockCommand.PickStock;
import io.stockledger.api.stock.StockCommand.ReceiveStock;
import io.stockledger.api.stock.StockCommand.ReturnStock;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.api.stock.StockRefusal.ExceedsOnHand;
import io.stockledger.api.stock.StockRefusal.UnknownItem;
import io.stockledger.command.stock.Effect;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.Surroundings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one line. It has happened where the device was, so what the book does not allow
 * is taken as a fact as far as the book has it, and the rest is a discrepancy. Refused is only what
 * can never be a fact.
 */
final class LineRules {
  static final String PICKED = "picked-beyond-book";
  static final String ADJUSTED = "adjusted-beyond-book";
  static final String MOVED = "moved-beyond-book";

  private final String device;
  private final Shelves shelves;
  private final Surroundings surroundings;

  LineRules(String device, Shelves shelves, Surroundings surroundings) {
    this.device = device;
    this.shelves = shelves;
    this.surroundings = surroundings;
  }

  /**
   * @param after the item, unless the line was refused
   * @param refusal that it met, also where it was then taken as a fact
   * @param discrepancyId what was opened
   */
  record Settled(
      LineOutcome outcome,
      @Nullable StockItem after,
      @Nullable Refusal refusal,
      @Nullable String discrepancyId) {}

  Settled settle(DeviceLine line) {
    StockItem before = shelves.item(line.item());
    Refusal refusal = refusal(asTold(line));
    if (refusal == null) {
      return settled(LineOutcome.APPLIED, before, null);
    }
    return stated(line, refusal)
        ? settled(LineOutcome.STATED, before, refusal)
        : new Settled(LineOutcome.REFUSED, null, refusal, null);
  }

  private Settled settled(LineOutcome outcome, StockItem before, @Nullable Refusal refusal) {
    StockItem after = shelves.item(before.item());
    String opened =
        after.openDiscrepancies().keySet().stream()
            .filter(id -> !before.openDiscrepancies().containsKey(id))
            .findFirst()
            .orElse(null);
    return new Settled(outcome, after, refusal, opened);
  }

  private Outcome asTold(DeviceLine line) {
    return switch (line.type()) {
      case PICK ->
          line.reservationId() == null
              ? shelves.decide(new PickStock(line.item(), units(line), false, said(line)))
              : shelves.decide(reserved(line, line.reservationId(), false));
      case RECEIVE ->
          shelves.decide(new ReceiveStock(line.item(), condition(line), units(line), said(line)));
      case RETURN ->
          shelves.decide(new ReturnStock(line.item(), condition(line), units(line), said(line)));
      case ADJUST -> shelves.decide(adjusted(line, units(line)));
      case COUNT -> shelves.decide(counted(line));
      case CONDITION -> shelves.decide(moved(line, units(line)));
    };
  }

  /**
   * Takes what was refused as a fact.
   *
   * @return false where it can never be one
   */
  private boolean stated(DeviceLine line, Refusal refusal) {
    return switch (line.type()) {
      case PICK -> picked(line);
      case ADJUST ->
          beyondBook(
              line,
              refusal,
              condition(line),
              -units(line),
              ADJUSTED,
              units -> adjusted(line, -units));
      case CONDITION ->
          beyondBook(
              line,
              refusal,
              Objects.requireNonNull(line.from()),
              units(line),
              MOVED,
              units -> moved(line, units));
      case RECEIVE, RETURN, COUNT -> false;
    };
  }

  /** With its reservation, as far as that is known; else without; else as nothing but missing. */
  private boolean picked(DeviceLine line) {
    if (line.reservationId() != null
        && refusal(shelves.decide(reserved(line, line.reservationId(), true))) == null) {
      return true;
    }
    Refusal refusal =
        refusal(shelves.decide(new PickStock(line.item(), units(line), true, said(line))));
    if (refusal instanceof UnknownItem) {
      open(line, Condition.GOOD, units(line), 0, PICKED);
      return true;
    }
    return refusal == null;
  }

  /**
   * What is there goes, and the rest is a discrepancy.
   *
   * @param stated units that left the condition; negative where they came to it
   * @param part the same line about so many units of them
   */
  private boolean beyondBook(
      DeviceLine line,
      Refusal refusal,
      Condition condition,
      long stated,
      String cause,
      LongFunction<StockCommand> part) {
    if (refusal instanceof UnknownItem) {
      open(line, condition, stated, 0, cause);
      return true;
    }
    if (!(refusal instanceof ExceedsOnHand beyond)) {
      return false;
    }
    if (beyond.onHand() > 0 && refusal(shelves.decide(part.apply(beyond.onHand()))) != null) {
      return false;
    }
    open(line, condition, stated, beyond.onHand(), cause);
    return true;
  }

  private void open(
      DeviceLine line, Condition condition, long stated, long recorded, String cause) {
    StockItem item = shelves.item(line.item());
    ItemDraft draft = new ItemDraft(item, item.now(surroundings.clockNow()));
    String id = surroundings.discrepancyIds().get();
    draft.record(
        said(line),
        null,
        Effect.NONE,
        entry ->
            new StockDiscrepancyOpened(
                entry, id, cause, condition, stated, recorded, stated - recorded));
    shelves.record(draft);
  }

  private static @Nullable Refusal refusal(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused ? refused.refusal() : null;
  }

  private PickReservation reserved(DeviceLine line, String reservationId, boolean happened) {
    ItemId item = line.item();
    return new PickReservation(
        reservationId, new Part(item, units(line), List.of()), happened, false, said(line));
  }

  private AdjustStock adjusted(DeviceLine line, long units) {
    AdjustReason reason = Objects.requireNonNull(line.reason());
    return new AdjustStock(line.item(), condition(line), units, reason, null, said(line));
  }

  private CountStock counted(DeviceLine line) {
    Map<Condition, Long> counted = Objects.requireNonNull(line.counted());
    return new CountStock(
        line.item(),
        Collections.unmodifiableMap(counted),
        Objects.requireNonNullElse(line.method(), CountMethod.MANUAL),
        Objects.requireNonNullElse(line.kind(), CountKind.CYCLE_COUNT),
        null,
        said(line));
  }

  private ChangeCondition moved(DeviceLine line, long units) {
    return new ChangeCondition(
        line.item(),
        Objects.requireNonNull(line.from()),
        Objects.requireNonNull(line.to()),
        units,
        said(line));
  }

  private static long units(DeviceLine line) {
    return Objects.requireNonNull(line.quantity());
  }

  private static Condition condition(DeviceLine line) {
    return Objects.requireNonNullElse(line.condition(), Condition.GOOD);
  }

  /** The device is the source, where it names no other. */
  private Circumstances said(DeviceLine line) {
    return new Circumstances(
        line.occurredAt(),
        Objects.requireNonNullElse(line.source(), device),
        line.reference(),
        line.note(),
        null,
        line.mayBackdate());
  }
}
