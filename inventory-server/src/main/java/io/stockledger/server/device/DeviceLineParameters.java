package io.stockledger.server.device;

import io.stockledger.api.Page;
import io.stockledger.api.device.DeviceQuery.ListDeviceLines;
import io.stockledger.api.device.LineOutcome;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.read.Pages;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which lines of a device. */
record DeviceLineParameters(
    @Nullable LineOutcome outcome,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor)
    implements Checked {
  @Override
  public void check(Faults faults, String path) {
    if (outcome == LineOutcome.KNOWN) {
      faults.add(path + "outcome", "is what a repeat is told; no line comes to it", outcome.word());
    }
  }

  ListDeviceLines query(String device) {
    return new ListDeviceLines(device, outcome, Pages.of(limit, cursor));
  }
}
