package io.stockledger.server.channel;

import io.stockledger.api.location.Coordinates;
import io.stockledger.api.location.LocationQuery.Near;
import io.stockledger.server.problem.Faults;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A neighbourhood: a pair of decimal degrees, and metres. */
final class Around {
  static final String PAIR = "^-?[0-9]{1,3}(\\.[0-9]{1,6})?,-?[0-9]{1,3}(\\.[0-9]{1,6})?$";
  static final String FORM = "must be latitude and longitude, such as 51.5074,-0.1278";

  /** Half way around the earth, metres. */
  static final long FARTHEST = 20_040_000;

  private static final int MICRODEGREES = 6;

  private Around() {}

  static void check(@Nullable String near, @Nullable Long within, Faults faults) {
    if ((near == null) != (within == null) && !faults.knows("near") && !faults.knows("within")) {
      faults.add(near == null ? "near" : "within", "is needed with the other", null);
    }
    if (near != null && !faults.knows("near")) {
      try {
        centre(near);
      } catch (IllegalArgumentException e) {
        faults.add("near", FORM, near);
      }
    }
  }

  static @Nullable Near of(@Nullable String near, @Nullable Long within) {
    return near == null || within == null ? null : new Near(centre(near), within);
  }

  /**
   * @throws IllegalArgumentException for a place that is not on earth
   */
  private static Coordinates centre(String near) {
    List<Long> parts =
        List.of(near.split(",", -1)).stream()
            .map(part -> new BigDecimal(part).movePointRight(MICRODEGREES).longValueExact())
            .toList();
    return new Coordinates(parts.getFirst(), parts.getLast());
  }
}
