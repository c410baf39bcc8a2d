package io.stockledger.server.location;

import io.stockledger.api.location.Coordinates;
import io.stockledger.server.problem.Faults;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Where something is, in decimal degrees. */
record CoordinatesRequest(@NotNull BigDecimal latitude, @NotNull BigDecimal longitude) {
  private static final int DECIMALS = 6;
  private static final BigDecimal POLE = BigDecimal.valueOf(90);
  private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);

  Coordinates coordinates() {
    return new Coordinates(microdegrees(latitude), microdegrees(longitude));
  }

  void check(Faults faults, String path) {
    check(faults, path + "latitude", latitude, POLE);
    check(faults, path + "longitude", longitude, DATE_LINE);
  }

  /** Compares before it scales: an exponent may be enormous. */
  private static void check(
      Faults faults, String field, @Nullable BigDecimal degrees, BigDecimal limit) {
    if (degrees == null) {
      return;
    }
    if (degrees.abs().compareTo(limit) > 0) {
      faults.add(field, "must be from -" + limit + " to " + limit + " degrees", degrees.toString());
    } else if (degrees.stripTrailingZeros().scale() > DECIMALS) {
      faults.add(field, "must have at most six decimals", degrees.toString());
    }
  }

  private static long microdegrees(BigDecimal degrees) {
    return degrees.stripTrailingZeros().movePointRight(DECIMALS).longValueExact();
  }
}
