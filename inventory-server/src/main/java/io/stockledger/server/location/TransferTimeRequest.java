package io.stockledger.server.location;

import io.stockledger.api.Identifiers;
import io.stockledger.api.location.TransferTime;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long goods travel; without a place, to all that are not named. */
record TransferTimeRequest(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String to,
    @NotNull Duration takes) {

  TransferTime time() {
    return new TransferTime(to, takes);
  }

  static void checkAll(List<TransferTimeRequest> all, Faults faults) {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      TransferTimeRequest one = all.get(i);
      places.add(one == null || one.to == null ? "" : one.to);
      if (one != null && one.takes != null && one.takes.isNegative()) {
        faults.add("transferTimes[" + i + "].takes", "must not be negative", one.takes);
      }
    }
    LocationRequest.checkOnce(places, "transferTimes", ".to", faults);
  }
}
