package io.stockledger.server.device;

import io.stockledger.api.device.DeviceCommand.TakeDeviceLines;
import io.stockledger.server.http.Checked;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a device recorded, in any order, again or for the first time. */
record DeliveryRequest(
    @Nullable Instant deviceClock,
    @NotNull @Size(min = 1, max = MOST) List<@Valid DeviceLineRequest> lines)
    implements Checked {
  /** The most lines of one delivery. */
  static final int MOST = 1_000;

  /** What happened by a clock that runs ahead is not ahead of that clock. */
  @Override
  public void check(Faults faults, String path) {
    if (lines == null) {
      return;
    }
    Instant now = faults.now();
    Instant clock = deviceClock != null && deviceClock.isAfter(now) ? deviceClock : now;
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).check(faults, "lines[" + i + "].", clock);
    }
  }

  TakeDeviceLines command(String device, Write write) {
    return new TakeDeviceLines(
        device, deviceClock, lines.stream().map(line -> line.line(write)).toList());
  }
}
