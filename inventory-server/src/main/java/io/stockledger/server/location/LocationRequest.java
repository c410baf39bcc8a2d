package io.stockledger.server.location;

import io.stockledger.api.location.LocationKind;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;

/** What the registry says of a place. */
record LocationRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull LocationKind kind,
    @NotNull @Size(max = 64) String timeZone)
    implements Checked {
  @Override
  public void check(Faults faults, String path) {
    if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
      faults.add("timeZone", "must be an IANA zone id, such as Europe/Vienna", timeZone);
    }
  }
}
