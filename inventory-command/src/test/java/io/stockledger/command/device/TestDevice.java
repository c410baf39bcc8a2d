package io.stockledger.command.device;

import static io.stockledger.command.reservation.TestLedger.START;

import io.stockledger.api.Outcome;
import io.stockledger.api.device.DeviceCommand.TakeDeviceLines;
import io.stockledger.api.device.DeviceEvent;
import io.stockledger.api.device.DeviceLine;
import io.stockledger.api.device.DeviceLineType;
import io.stockledger.api.device.DeviceOutcome;
import io.stockledger.api.reservation.ReservationCommand.PickReservation;
import io.stockledger.api.stock.AdjustReason;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.command.reservation.TestLedger;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.StockItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A device on a ledger in memory: what it delivers is decided and recorded at once. */
public final class TestDevice implements Shelves {
  static final Duration PATIENCE = Duration.ofMinutes(10);

  final TestLedger ledger;
  final List<DeviceEvent> entries = new ArrayList<>();
  Device state = Device.silent("D1");

  public TestDevice(TestLedger ledger) {
    this.ledger = ledger;
  }

  DeviceOutcome deliver(DeviceLine... lines) {
    return deliver(List.of(lines));
  }

  public DeviceOutcome deliver(List<DeviceLine> lines) {
    DeviceRules rules = rules();
    rules.take(new TakeDeviceLines("D1", null, lines));
    return keep(rules);
  }

  public DeviceOutcome pass() {
    DeviceRules rules = rules();
    rules.passWhatIsDue();
    return keep(rules);
  }

  private DeviceRules rules() {
    return new DeviceRules(state, this, ledger.surroundings(), PATIENCE);
  }

  private DeviceOutcome keep(DeviceRules rules) {
    for (DeviceEvent event : rules.events()) {
      entries.add(event);
      state = state.evolve(event);
    }
    if (!state.equals(rules.device())) {
      throw new AssertionError("replayed is " + state + ", decided on was " + rules.device());
    }
    return rules.outcome();
  }

  @Override
  public StockItem item(ItemId id) {
    return ledger.item(id);
  }

  @Override
  public Outcome decide(StockCommand command) {
    return ledger.send(command);
  }

  @Override
  public Outcome decide(PickReservation command) {
    return ledger.send(command);
  }

  @Override
  public void record(ItemDraft draft) {
    ledger.record(draft);
  }

  /** Recorded on the device so many seconds after the start of the story. */
  static Instant second(long seconds) {
    return START.plusSeconds(seconds);
  }

  static DeviceLine receive(long sequence, long quantity) {
    return line(sequence, DeviceLineType.RECEIVE, "A", quantity, null, null);
  }

  static DeviceLine pick(long sequence, long quantity) {
    return line(sequence, DeviceLineType.PICK, "A", quantity, null, null);
  }

  static DeviceLine pickFor(long sequence, long quantity, String reservationId) {
    return line(sequence, DeviceLineType.PICK, "A", quantity, null, reservationId);
  }

  static DeviceLine adjust(long sequence, long quantity) {
    return line(sequence, DeviceLineType.ADJUST, "A", quantity, null, null);
  }

  static DeviceLine damaged(long sequence, long quantity) {
    return line(sequence, DeviceLineType.CONDITION, "A", quantity, null, null);
  }

  static DeviceLine count(long sequence, long good) {
    return line(sequence, DeviceLineType.COUNT, "A", null, good, null);
  }

  static DeviceLine line(
      long sequence,
      DeviceLineType type,
      String sku,
      @Nullable Long quantity,
      @Nullable Long counted,
      @Nullable String reservationId) {
    boolean moves = type == DeviceLineType.CONDITION;
    return new DeviceLine(
        sequence,
        type,
        "L1",
        sku,
        quantity,
        moves ? null : Condition.GOOD,
        moves ? Condition.GOOD : null,
        moves ? Condition.DAMAGED : null,
        counted == null ? null : Map.of(Condition.GOOD, counted),
        null,
        null,
        type == DeviceLineType.ADJUST ? AdjustReason.SHRINK : null,
        reservationId,
        second(sequence),
        null,
        null,
        null,
        false);
  }
}
