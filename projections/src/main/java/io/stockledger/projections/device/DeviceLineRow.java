package io.stockledger.projections.device;

import io.stockledger.api.device.DeviceEvent;
import io.stockledger.api.device.DeviceEvent.DeviceLineSettled;
import io.stockledger.api.device.DeviceEvent.DeviceLineWaiting;
import io.stockledger.api.device.DeviceEvent.DeviceSequenceReused;
import io.stockledger.api.device.DeviceLine;
import io.stockledger.api.device.DeviceLineType;
import io.stockledger.api.device.LineOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line that a device delivered.
 *
 * @param content where it stands nowhere else: waiting, refused, reused
 */
record DeviceLineRow(
    Id id,
    LineOutcome outcome,
    DeviceLineType type,
    String location,
    String sku,
    @Nullable String problem,
    @Nullable Long itemVersion,
    @Nullable String discrepancyId,
    boolean late,
    Instant occurredAt,
    @Nullable Instant waitedSince,
    @Nullable Instant settledAt,
    @Nullable DeviceLine content,
    long version,
    long position) {

  /** What it is found by. */
  record Id(String device, long sequence, String hash) {}

  /** Each entry about a line states it whole; none for entries about no line. */
  static @Nullable DeviceLineRow of(DeviceEvent event, long position, long version) {
    return switch (event) {
      case DeviceLineWaiting e -> waiting(e, position, version);
      case DeviceLineSettled e -> settled(e, position, version);
      case DeviceSequenceReused e -> reused(e, position, version);
      case DeviceEvent.DeviceHeard ignored -> null;
      case DeviceEvent.DeviceGapPassed ignored -> null;
    };
  }

  private static DeviceLineRow waiting(DeviceLineWaiting e, long position, long version) {
    return kept(
        new Id(e.device(), e.line().sequence(), e.hash()),
        LineOutcome.WAITING,
        e.line(),
        null,
        e.occurredAt(),
        e.recordedAt(),
        null,
        position,
        version);
  }

  private static DeviceLineRow reused(DeviceSequenceReused e, long position, long version) {
    return kept(
        new Id(e.device(), e.line().sequence(), e.hash()),
        LineOutcome.REUSED,
        e.line(),
        "sequence-reused",
        e.occurredAt(),
        null,
        e.recordedAt(),
        position,
        version);
  }

  private static DeviceLineRow kept(
      Id id,
      LineOutcome outcome,
      DeviceLine line,
      @Nullable String problem,
      Instant occurredAt,
      @Nullable Instant waitedSince,
      @Nullable Instant settledAt,
      long position,
      long version) {
    return new DeviceLineRow(
        id,
        outcome,
        line.type(),
        line.location(),
        line.sku(),
        problem,
        null,
        null,
        false,
        occurredAt,
        waitedSince,
        settledAt,
        line,
        version,
        position);
  }

  private static DeviceLineRow settled(DeviceLineSettled e, long position, long version) {
    return new DeviceLineRow(
        new Id(e.device(), e.sequence(), e.hash()),
        e.outcome(),
        e.type(),
        e.location(),
        e.sku(),
        e.problem(),
        e.version(),
        e.discrepancyId(),
        e.late(),
        e.occurredAt(),
        e.waitedSince(),
        e.recordedAt(),
        e.line(),
        version,
        position);
  }
}
