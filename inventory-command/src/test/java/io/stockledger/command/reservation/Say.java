package io.stockledger.command.reservation;

import static io.stockledger.command.reservation.TestLedger.ITEM;
import static io.stockledger.command.reservation.TestLedger.START;

import io.stockledger.api.Circumstances;
import io.stockledger.api.reservation.ReservationCommand.Accept;
import io.stockledger.api.reservation.ReservationCommand.ChangeReservation;
import io.stockledger.api.reservation.ReservationCommand.ConfirmReservation;
import io.stockledger.api.reservation.ReservationCommand.ExpireReservation;
import io.stockledger.api.reservation.ReservationCommand.Expiry;
import io.stockledger.api.reservation.ReservationCommand.ExtendReservation;
import io.stockledger.api.reservation.ReservationCommand.Part;
import io.stockledger.api.reservation.ReservationCommand.PickReservation;
import io.stockledger.api.reservation.ReservationCommand.ReleaseReservation;
import io.stockledger.api.reservation.ReservationCommand.RequestedLine;
import io.stockledger.api.reservation.ReservationCommand.ReserveStock;
import io.stockledger.api.stock.AdjustReason;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.StockCommand.AdjustStock;
import io.stockledger.api.stock.StockCommand.ChangeCondition;
import io.stockledger.api.stock.StockCommand.CountStock;
import io.stockledger.api.stock.StockCommand.PickStock;
import io.stockledger.api.stock.StockCommand.PutBackStock;
import io.stockledger.api.stock.StockCommand.ReceiveStock;
import io.stockledger.api.stock.StockCommand.ReturnStock;
import io.stockledger.api.stock.StockCommand.ReverseEntry;
import io.stockledger.api.stock.StockCommand.SetAsideStock;
import io.stockledger.api.stock.StockCommand.SetThreshold;
import io.stockledger.api.stock.StockCommand.StateTotal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Short words for commands on the one item that most tests are about. */
public final class Say {
  private Say() {}

  /** So many minutes after the start of the story; negative before it. */
  public static Circumstances minute(long minute) {
    return Circumstances.NONE.at(moment(minute));
  }

  public static Instant moment(long minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  public static ReceiveStock receive(long quantity) {
    return receive(quantity, Circumstances.NONE);
  }

  public static ReceiveStock receive(long quantity, Circumstances circumstances) {
    return new ReceiveStock(ITEM, Condition.GOOD, quantity, circumstances);
  }

  public static ReceiveStock receive(Condition condition, long quantity) {
    return new ReceiveStock(ITEM, condition, quantity, Circumstances.NONE);
  }

  public static PickStock pick(long quantity) {
    return pick(quantity, Circumstances.NONE);
  }

  public static PickStock pick(long quantity, Circumstances circumstances) {
    return new PickStock(ITEM, quantity, false, circumstances);
  }

  public static PickStock picked(long quantity) {
    return picked(quantity, Circumstances.NONE);
  }

  public static PickStock picked(long quantity, Circumstances circumstances) {
    return new PickStock(ITEM, quantity, true, circumstances);
  }

  public static AdjustStock adjust(long quantity) {
    return adjust(quantity, Circumstances.NONE);
  }

  public static AdjustStock adjust(long quantity, Circumstances circumstances) {
    return new AdjustStock(
        ITEM, Condition.GOOD, quantity, AdjustReason.SHRINK, null, circumstances);
  }

  public static CountStock count(long good) {
    return count(good, Circumstances.NONE);
  }

  public static CountStock count(long good, Circumstances circumstances) {
    return count(Map.of(Condition.GOOD, good), circumstances);
  }

  public static CountStock count(Map<Condition, Long> counted, Circumstances circumstances) {
    return new CountStock(
        ITEM, counted, CountMethod.BARCODE, CountKind.CYCLE_COUNT, null, circumstances);
  }

  /** A total of good units. */
  public static StateTotal total(String source, long sequence, long good, Circumstances seen) {
    return total(source, sequence, Map.of(Condition.GOOD, good), seen);
  }

  public static StateTotal total(
      String source, long sequence, Map<Condition, Long> stated, Circumstances seen) {
    return new StateTotal(
        ITEM,
        sequence,
        stated,
        new Circumstances(
            seen.occurredAt(),
            source,
            seen.reference(),
            seen.note(),
            seen.ifVersion(),
            seen.mayBackdate()));
  }

  /** From now on this is low. */
  public static SetThreshold threshold(long low, long restored) {
    return new SetThreshold(ITEM, low, restored, null, Circumstances.NONE);
  }

  /** A rule says what is low. */
  public static SetThreshold threshold(String rule, long low, long restored) {
    return new SetThreshold(ITEM, low, restored, rule, Circumstances.NONE);
  }

  /** A rule says nothing any more. */
  public static SetThreshold noThreshold(String rule) {
    return new SetThreshold(ITEM, null, null, rule, Circumstances.NONE);
  }

  public static SetThreshold noThreshold() {
    return new SetThreshold(ITEM, null, null, null, Circumstances.NONE);
  }

  public static ReturnStock returned(Condition condition, long quantity) {
    return new ReturnStock(ITEM, condition, quantity, Circumstances.NONE);
  }

  public static ChangeCondition move(Condition from, Condition to, long quantity) {
    return move(from, to, quantity, Circumstances.NONE);
  }

  public static ChangeCondition move(
      Condition from, Condition to, long quantity, Circumstances circumstances) {
    return new ChangeCondition(ITEM, from, to, quantity, circumstances);
  }

  public static SetAsideStock setAside(long quantity) {
    return new SetAsideStock(ITEM, quantity, null, Circumstances.NONE);
  }

  public static PutBackStock putBack(long quantity) {
    return new PutBackStock(ITEM, quantity, Circumstances.NONE);
  }

  public static ReverseEntry reverse(long version) {
    return reverse(version, Circumstances.NONE);
  }

  public static ReverseEntry reverse(long version, Circumstances circumstances) {
    return new ReverseEntry(ITEM, version, AdjustReason.CORRECTION, circumstances);
  }

  /** Without an end. */
  public static ReserveStock reserve(String id, long quantity) {
    return new ReserveStock(
        id, List.of(line("1", quantity, "L1")), null, null, Accept.ALL, true, Circumstances.NONE);
  }

  /** Until so many minutes after the start of the story. */
  public static ReserveStock reserve(String id, long quantity, long untilMinute) {
    return new ReserveStock(
        id,
        List.of(line("1", quantity, "L1")),
        new Expiry(moment(untilMinute), null),
        null,
        Accept.ALL,
        true,
        Circumstances.NONE);
  }

  public static RequestedLine line(String line, long quantity, String... locations) {
    return new RequestedLine(line, List.of(locations), "A", quantity, false);
  }

  public static ReserveStock reserveLines(String id, RequestedLine... lines) {
    return new ReserveStock(id, List.of(lines), null, null, Accept.ALL, false, Circumstances.NONE);
  }

  /** Without an end of its own. */
  public static ReserveStock reserveThrough(String channel, String id, long quantity) {
    return new ReserveStock(
        id,
        List.of(line("1", quantity, "L1")),
        null,
        channel,
        Accept.ALL,
        true,
        Circumstances.NONE);
  }

  public static ReserveStock reserveThrough(
      String channel, String id, Accept accept, RequestedLine... lines) {
    return new ReserveStock(id, List.of(lines), null, channel, accept, false, Circumstances.NONE);
  }

  public static ConfirmReservation confirm(String id) {
    return new ConfirmReservation(id, Circumstances.NONE);
  }

  public static ExtendReservation extend(String id, long untilMinute) {
    return new ExtendReservation(id, new Expiry(moment(untilMinute), null), Circumstances.NONE);
  }

  public static ChangeReservation change(String id, RequestedLine... lines) {
    return new ChangeReservation(id, List.of(lines), Circumstances.NONE);
  }

  public static PickReservation pickFor(String id, long quantity) {
    return new PickReservation(
        id, new Part(ITEM, quantity, List.of()), false, false, Circumstances.NONE);
  }

  public static PickReservation pickedFor(String id, long quantity) {
    return pickedFor(id, quantity, Circumstances.NONE);
  }

  public static PickReservation pickedFor(String id, long quantity, Circumstances circumstances) {
    return new PickReservation(id, new Part(ITEM, quantity, List.of()), true, false, circumstances);
  }

  public static ReleaseReservation release(String id, long quantity) {
    return new ReleaseReservation(
        id, new Part(null, quantity, List.of()), null, Circumstances.NONE);
  }

  public static ReleaseReservation release(String id) {
    return new ReleaseReservation(id, Part.ALL, null, Circumstances.NONE);
  }

  public static ExpireReservation expire(String id) {
    return new ExpireReservation(id);
  }
}
