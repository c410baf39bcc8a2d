package io.stockledger.projections.device;

import io.stockledger.api.device.DeviceEvent;
import io.stockledger.api.device.DeviceEvent.DeviceGapPassed;
import io.stockledger.api.device.DeviceEvent.DeviceHeard;
import io.stockledger.api.device.DeviceEvent.DeviceLineSettled;
import io.stockledger.api.device.DeviceEvent.DeviceLineWaiting;
import io.stockledger.api.device.DeviceEvent.DeviceSequenceReused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a device.
 *
 * @param next every sequence below it is settled, or missing in a passed gap
 * @param skewMillis so far its clock was ahead of the ledger's when it last told
 */
record DeviceRow(
    String device,
    long next,
    @Nullable Long skewMillis,
    @Nullable Instant deviceClock,
    @Nullable Instant lastHeard,
    long version,
    long position) {

  static DeviceRow fold(@Nullable DeviceRow row, DeviceEvent event, long position, long version) {
    DeviceRow before = row == null ? new DeviceRow(event.device(), 1, null, null, null, 0, 0) : row;
    DeviceRow after =
        switch (event) {
          case DeviceHeard e -> before.heard(e);
          case DeviceLineSettled e -> before.next(Math.max(before.next, e.sequence() + 1));
          case DeviceGapPassed e -> before.next(Math.max(before.next, e.to() + 1));
          case DeviceLineWaiting ignored -> before;
          case DeviceSequenceReused ignored -> before;
        };
    return new DeviceRow(
        after.device,
        after.next,
        after.skewMillis,
        after.deviceClock,
        after.lastHeard,
        version,
        position);
  }

  private DeviceRow heard(DeviceHeard e) {
    return new DeviceRow(
        device,
        next,
        e.skewMillis() == null ? skewMillis : e.skewMillis(),
        e.deviceClock() == null ? deviceClock : e.deviceClock(),
        e.recordedAt(),
        version,
        position);
  }

  private DeviceRow next(long sequence) {
    return new DeviceRow(device, sequence, skewMillis, deviceClock, lastHeard, version, position);
  }
}
