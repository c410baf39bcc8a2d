package io.stockledger.promise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Moments at which an answer changes by the clock alone. */
final class Moments {
  private Moments() {}

  /** The day of a moment. Days are those of UTC. */
  static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The earlier of two that are still to come. */
  static @Nullable Instant earliestAfter(
      Instant now, @Nullable Instant one, @Nullable Instant other) {
    if (other == null || !other.isAfter(now)) {
      return one;
    }
    return one == null || other.isBefore(one) ? other : one;
  }
}
