package io.stockledger.command.device;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.stockledger.api.device.DeviceEvent;
import io.stockledger.api.device.DeviceEvent.DeviceGapPassed;
import io.stockledger.api.device.DeviceEvent.DeviceHeard;
import io.stockledger.api.device.DeviceEvent.DeviceLineSettled;
import io.stockledger.api.device.DeviceEvent.DeviceLineWaiting;
import io.stockledger.api.device.DeviceEvent.DeviceSequenceReused;
import io.stockledger.api.device.Gap;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * A device as its deliveries made it. Written as JSON it is a {@link DeviceSnapshot}.
 *
 * @param version how many entries it evolved from; 0 before the first
 * @param lastRecordedAt its clock never goes back behind it
 * @param next every sequence below it is settled, or missing in a passed gap
 * @param waiting lines ahead of a gap, by sequence
 * @param missing passed gaps, by their first sequence, without what came since; for one more than
 *     {@link #MOST_GAPS} the oldest is given up
 * @param settled the lines with the highest sequences, at most {@link #MOST_REMEMBERED}
 * @param forgotten what is known of the others
 * @param skewMillis so far its clock was ahead of the ledger's when it last told
 */
@JsonAutoDetect(
    fieldVisibility = Visibility.NONE,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE,
    creatorVisibility = Visibility.NONE)
public record Device(
    String device,
    long version,
    @Nullable Instant lastRecordedAt,
    long next,
    TreePMap<Long, WaitingLine> waiting,
    TreePMap<Long, Gap> missing,
    TreePMap<Long, SettledLine> settled,
    Forgotten forgotten,
    @Nullable Long skewMillis) {
  /** How many settled lines answer a repeat with their outcome. */
  static final int MOST_REMEMBERED = 1_000;

  /** How many passed gaps may still be filled; lines of one that was given up are only kept. */
  static final int MOST_GAPS = 1_000;

  /** Not by which it is read from JSON; {@link #restored} is. */
  @JsonCreator(mode = JsonCreator.Mode.DISABLED)
  public Device {}

  /** One that never delivered anything. */
  static Device silent(String device) {
    return new Device(
        device,
        0,
        null,
        1,
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        Forgotten.NOTHING,
        null);
  }

  /** The later of a clock and this device's own. */
  Instant now(Instant clock) {
    return lastRecordedAt != null && lastRecordedAt.isAfter(clock) ? lastRecordedAt : clock;
  }

  /** The passed gap that a sequence is missing in. */
  @Nullable Gap gapWith(long sequence) {
    Map.Entry<Long, Gap> entry = missing.floorEntry(sequence);
    return entry != null && entry.getValue().holds(sequence) ? entry.getValue() : null;
  }

  /** Whether a sequence lies behind: settled, or missing in a passed gap. */
  boolean isBehind(long sequence) {
    return sequence < next;
  }

  /** The device after one more entry. It never refuses. */
  Device evolve(DeviceEvent event) {
    Device after =
        switch (event) {
          case DeviceHeard e -> e.skewMillis() == null ? this : measured(e.skewMillis());
          case DeviceLineWaiting e ->
              waiting(
                  waiting.plus(
                      e.line().sequence(),
                      new WaitingLine(e.line(), e.hash(), e.recordedAt(), null)));
          case DeviceLineSettled e -> settled(e);
          case DeviceGapPassed e -> passed(new Gap(e.from(), e.to()));
          case DeviceSequenceReused e -> reused(e.line().sequence(), e.hash());
        };
    return after.stamped(event.recordedAt());
  }

  private Device settled(DeviceLineSettled e) {
    long sequence = e.sequence();
    if (sequence > next || (sequence < next && gapWith(sequence) == null)) {
      throw new IllegalStateException(device + ": " + next + " is next, settled is " + sequence);
    }
    SettledLine line =
        new SettledLine(
            sequence,
            e.hash(),
            e.outcome(),
            e.problem(),
            e.version(),
            e.discrepancyId(),
            e.late(),
            e.occurredAt(),
            null);
    TreePMap<Long, SettledLine> remembered = settled.plus(sequence, line);
    Forgotten rest = forgotten;
    if (remembered.size() > MOST_REMEMBERED) {
      SettledLine lowest = remembered.firstEntry().getValue();
      remembered = remembered.minus(lowest.sequence());
      rest = forgotten.line(lowest.occurredAt());
    }
    return new Device(
        device,
        version,
        lastRecordedAt,
        sequence == next ? next + 1 : next,
        waiting.minus(sequence),
        without(sequence),
        remembered,
        rest,
        skewMillis);
  }

  /** What is missing, once a sequence has come. */
  private TreePMap<Long, Gap> without(long sequence) {
    Gap gap = gapWith(sequence);
    if (gap == null) {
      return missing;
    }
    TreePMap<Long, Gap> rest = missing.minus(gap.from());
    if (gap.from() < sequence) {
      rest = rest.plus(gap.from(), new Gap(gap.from(), sequence - 1));
    }
    return sequence < gap.to() ? rest.plus(sequence + 1, new Gap(sequence + 1, gap.to())) : rest;
  }

  private Device passed(Gap gap) {
    if (gap.from() != next) {
      throw new IllegalStateException(device + ": " + next + " is next, passed is " + gap);
    }
    TreePMap<Long, Gap> gaps = missing.plus(gap.from(), gap);
    Forgotten rest = forgotten;
    if (gaps.size() > MOST_GAPS) {
      Gap oldest = gaps.firstEntry().getValue();
      gaps = gaps.minus(oldest.from());
      rest = forgotten.gap(oldest.to());
    }
    return new Device(
        device, version, lastRecordedAt, gap.to() + 1, waiting, gaps, settled, rest, skewMillis);
  }

  private Device reused(long sequence, String hash) {
    WaitingLine waits = waiting.get(sequence);
    if (waits != null) {
      return waiting(waiting.plus(sequence, waits.reusedBy(hash)));
    }
    SettledLine line = settled.get(sequence);
    return line == null ? this : settled(settled.plus(sequence, line.reusedBy(hash)));
  }

  private Device waiting(TreePMap<Long, WaitingLine> lines) {
    return new Device(
        device, version, lastRecordedAt, next, lines, missing, settled, forgotten, skewMillis);
  }

  private Device settled(TreePMap<Long, SettledLine> lines) {
    return new Device(
        device, version, lastRecordedAt, next, waiting, missing, lines, forgotten, skewMillis);
  }

  private Device measured(long skew) {
    return new Device(
        device, version, lastRecordedAt, next, waiting, missing, settled, forgotten, skew);
  }

  private Device stamped(Instant recordedAt) {
    if (lastRecordedAt != null && recordedAt.isBefore(lastRecordedAt)) {
      throw new IllegalStateException(device + ": the recorded clock would go back");
    }
    return new Device(
        device, version + 1, recordedAt, next, waiting, missing, settled, forgotten, skewMillis);
  }

  /** About how many things it holds, for whoever keeps many devices in memory. */
  public long weight() {
    return (long) waiting.size() + missing.size() + settled.size();
  }

  @JsonValue
  DeviceSnapshot snapshot() {
    return DeviceSnapshot.of(this);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Device restored(DeviceSnapshot snapshot) {
    return snapshot.restore();
  }
}
