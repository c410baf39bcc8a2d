package io.stockledger.command.device;

import io.stockledger.api.device.DeviceCommand.TakeDeviceLines;
import io.stockledger.api.device.DeviceEvent;
import io.stockledger.api.device.DeviceEvent.DeviceGapPassed;
import io.stockledger.api.device.DeviceEvent.DeviceHeard;
import io.stockledger.api.device.DeviceEvent.DeviceLineSettled;
import io.stockledger.api.device.DeviceEvent.DeviceLineWaiting;
import io.stockledger.api.device.DeviceEvent.DeviceSequenceReused;
import io.stockledger.api.device.DeviceLine;
import io.stockledger.api.device.DeviceOutcome;
import io.stockledger.api.device.DeviceOutcome.LineAfter;
import io.stockledger.api.device.DeviceRefusal.SequenceReused;
import io.stockledger.api.device.LineOutcome;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a device are ready, in which order (ADR 0017): each sequence once, in the order of
 * sequences; a line ahead of a gap waits for it, but not for ever. One of these stands for one
 * command. Lines act on their items while this decides.
 */
final class DeviceRules {
  /** How many lines wait at most; for a further one the first gap is passed before its time. */
  static final int MOST_WAITING = 2_000;

  private final LineRules lines;
  private final Duration patience;
  private final Instant now;
  private final List<DeviceEvent> events = new ArrayList<>();
  private final Map<Long, LineAfter> answers = new HashMap<>();
  private final List<DeviceLine> reused = new ArrayList<>();
  private Device device;

  /**
   * @param patience how long a line waits for a gap
   */
  DeviceRules(Device device, Shelves shelves, Surroundings surroundings, Duration patience) {
    this.device = device;
    this.lines = new LineRules(device.device(), shelves, surroundings);
    this.patience = patience;
    this.now = device.now(surroundings.clockNow());
  }

  /**
   * Takes what arrived, each content once, however often it is in the delivery; then what it made
   * ready, and what has waited long enough.
   */
  void take(TakeDeviceLines command) {
    Instant clock = command.deviceClock();
    Long skew = clock == null ? null : Duration.between(now, clock).toMillis();
    record(new DeviceHeard(device.device(), clock, skew, command.lines().size(), now, now));
    command.lines().stream()
        .sorted(Comparator.comparingLong(DeviceLine::sequence))
        .forEach(this::take);
    passWhatIsDue();
  }

  private void take(DeviceLine line) {
    long sequence = line.sequence();
    String hash = line.hash();
    WaitingLine waiting = device.waiting().get(sequence);
    SettledLine settled = device.settled().get(sequence);
    if (waiting != null) {
      repeated(line, hash, waiting);
    } else if (settled != null) {
      repeated(line, hash, settled);
    } else if (device.gapWith(sequence) != null) {
      settle(line, hash, null, true);
    } else if (device.isBehind(sequence)) {
      forgotten(line, hash);
    } else if (sequence == device.next()) {
      settle(line, hash, null, false);
      settleWhatIsReady();
    } else {
      record(new DeviceLineWaiting(device.device(), line, hash, now));
      answers.put(sequence, answer(line, LineOutcome.WAITING, now));
    }
  }

  private void repeated(DeviceLine line, String hash, WaitingLine waiting) {
    if (hash.equals(waiting.hash())) {
      answers.put(line.sequence(), answer(line, LineOutcome.WAITING, waiting.since()));
    } else {
      reused(line, hash, waiting.reusedHash());
    }
  }

  private void repeated(DeviceLine line, String hash, SettledLine first) {
    if (!hash.equals(first.hash())) {
      reused(line, hash, first.reusedHash());
      return;
    }
    answers.putIfAbsent(
        line.sequence(),
        new LineAfter(
            line.sequence(),
            LineOutcome.KNOWN,
            first.outcome(),
            line.item(),
            first.version(),
            null,
            null,
            first.problem(),
            first.discrepancyId(),
            first.late(),
            null));
  }

  /** What cannot be a repeat is a line of a device that began to count anew, or of a lost gap. */
  private void forgotten(DeviceLine line, String hash) {
    if (device.forgotten().mayHold(line.sequence(), happened(line))) {
      answers.putIfAbsent(line.sequence(), answer(line, LineOutcome.KNOWN, null));
    } else {
      reused(line, hash, null);
    }
  }

  /**
   * @param known content that was recorded as a reuse of this sequence already
   */
  private void reused(DeviceLine line, String hash, @Nullable String known) {
    if (!hash.equals(known)) {
      record(new DeviceSequenceReused(device.device(), hash, line, happened(line), now));
    }
    reused.add(line);
  }

  /** Stops waiting where a line has waited long enough, or where too many wait. */
  void passWhatIsDue() {
    Long upTo = lastDue();
    while (upTo != null && !device.waiting().isEmpty() && device.waiting().firstKey() <= upTo) {
      passFirstGap();
    }
    while (device.waiting().size() > MOST_WAITING) {
      passFirstGap();
    }
  }

  private @Nullable Long lastDue() {
    Long last = null;
    for (Map.Entry<Long, WaitingLine> one : device.waiting().entrySet()) {
      if (!one.getValue().since().plus(patience).isAfter(now)) {
        last = one.getKey();
      }
    }
    return last;
  }

  private void passFirstGap() {
    long first = device.waiting().firstKey();
    Instant since =
        device.waiting().values().stream()
            .map(WaitingLine::since)
            .min(Comparator.naturalOrder())
            .orElse(now);
    record(new DeviceGapPassed(device.device(), device.next(), first - 1, since, now));
    settleWhatIsReady();
  }

  private void settleWhatIsReady() {
    WaitingLine ready = device.waiting().get(device.next());
    while (ready != null) {
      settle(ready.line(), ready.hash(), ready.since(), false);
      ready = device.waiting().get(device.next());
    }
  }

  private void settle(DeviceLine line, String hash, @Nullable Instant waitedSince, boolean late) {
    LineRules.Settled settled = lines.settle(line);
    StockItem after = settled.after();
    String problem = settled.refusal() == null ? null : settled.refusal().type();
    Long version = after == null ? null : after.version();
    record(
        new DeviceLineSettled(
            device.device(),
            line.sequence(),
            hash,
            settled.outcome(),
            line.type(),
            line.location(),
            line.sku(),
            problem,
            version,
            settled.discrepancyId(),
            late,
            waitedSince,
            after == null ? line : null,
            happened(line),
            now));
    answers.put(
        line.sequence(),
        new LineAfter(
            line.sequence(),
            settled.outcome(),
            null,
            line.item(),
            version,
            after == null ? null : after.figures(),
            settled.refusal(),
            problem,
            settled.discrepancyId(),
            late,
            waitedSince));
  }

  private static LineAfter answer(
      DeviceLine line, LineOutcome outcome, @Nullable Instant waitedSince) {
    return new LineAfter(
        line.sequence(),
        outcome,
        null,
        line.item(),
        null,
        null,
        null,
        null,
        null,
        false,
        waitedSince);
  }

  /** Never ahead of the record. */
  private Instant happened(DeviceLine line) {
    return line.occurredAt().isAfter(now) ? now : line.occurredAt();
  }

  private void record(DeviceEvent event) {
    events.add(event);
    device = device.evolve(event);
  }

  /** What is to be recorded of the device, in order. */
  List<DeviceEvent> events() {
    return events;
  }

  Device device() {
    return device;
  }

  DeviceOutcome outcome() {
    List<LineAfter> told = new ArrayList<>(answers.values());
    reused.forEach(line -> told.add(reused(line)));
    return Standing.outcome(device, patience, now, told);
  }

  /** Tells from where on the device may number, once everything of the delivery was taken. */
  private LineAfter reused(DeviceLine line) {
    SequenceReused refusal = new SequenceReused(device.device(), line.sequence(), device.next());
    return new LineAfter(
        line.sequence(),
        LineOutcome.REUSED,
        null,
        line.item(),
        null,
        null,
        refusal,
        refusal.type(),
        null,
        false,
        null);
  }
}
