package io.stockledger.api.device;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of what devices deliver. */
public sealed interface DeviceCommand {
  String device();

  /**
   * Lines arrive, in any order, again or for the first time.
   *
   * @param deviceClock what the device's own clock said when it sent
   * @param lines 1 to 1,000
   */
  record TakeDeviceLines(String device, @Nullable Instant deviceClock, List<DeviceLine> lines)
      implements DeviceCommand {}

  /** Stop waiting for what did not come in time. Sent by the ledger itself. */
  record PassDeviceGap(String device) implements DeviceCommand {}

  /** The name of a device's stream of events. */
  static String stream(String device) {
    return "device:" + device;
  }
}
