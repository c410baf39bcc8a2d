package io.stockledger.server.channel;

import io.stockledger.api.Identifiers;
import io.stockledger.api.channel.SellableQuery.Asked;
import io.stockledger.api.location.LocationQuery.Near;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * At one location, or without it over all of the channel's.
 *
 * @param fulfilment {@code pickup} for somebody who wants to fetch it
 * @param explain with the arithmetic, for keys that may read stock
 * @param near latitude and longitude in decimal degrees, with a comma between: only locations
 *     within so many metres, the nearest first
 * @param within how far they may be, in metres
 * @param at a past moment: what was said of the location then
 */
record PlaceParameters(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable Fulfilment fulfilment,
    @Nullable Boolean explain,
    @Nullable @Pattern(regexp = Around.PAIR, message = Around.FORM) String near,
    @Nullable @Min(1) @Max(Around.FARTHEST) Long within,
    @Nullable Instant at)
    implements Checked {

  @Override
  public void check(Faults faults, String path) {
    Around.check(near, within, faults);
    if (near != null && location != null) {
      faults.add("location", "is not given together with near", location);
    }
    if (at != null) {
      checkMoment(at, faults);
    }
  }

  private void checkMoment(Instant moment, Faults faults) {
    if (location == null) {
      faults.add("location", "must be given with at: a past moment is told of one location", null);
    }
    if (moment.isAfter(faults.now())) {
      faults.add("at", "must not be in the future", moment);
    }
  }

  boolean explained() {
    return Boolean.TRUE.equals(explain);
  }

  Asked asked() {
    return new Asked(fulfilment == Fulfilment.PICKUP, true, explained());
  }

  @Nullable Near around() {
    return Around.of(near, within);
  }
}
