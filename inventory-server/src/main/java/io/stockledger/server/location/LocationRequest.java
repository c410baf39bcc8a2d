package io.stockledger.server.location;

import io.stockledger.api.location.LocationKind;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What the registry says of a place. */
record LocationRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull LocationKind kind,
    @Nullable @Size(max = 64) String timeZone)
    implements Checked {
  private static final String UTC = "UTC";

  /** The place's time zone, where nothing else is said that of the ledger. */
  String zone() {
    return timeZone == null ? UTC : timeZone;
  }

  @Override
  public void check(Faults faults, String path) {
    if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
      faults.add("timeZone", "must be an IANA zone id, such as Europe/Vienna", timeZone);
    }
  }
}
