package io.stockledger.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sure a promise is: the product of four parts, each in thousandths. The table of the parts is
 * in {@code docs/promises.md}.
 *
 * @param freshness of the place's sources
 * @param countAge of the item's last count
 * @param countAccuracy of the place
 * @param discrepancies that are open on the item
 */
public record Confidence(long freshness, long countAge, long countAccuracy, long discrepancies) {
  private static final List<Duration> COUNT_AGES =
      List.of(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(180));
  private static final long[] BY_COUNT_AGE = {1_000, 950, 900};
  private static final long OLD_COUNT = 800;
  private static final long UNMEASURED = 950;

  static Confidence of(Freshness freshness, Stock stock, Place place, Instant now) {
    Long accuracy = place.countAccuracyPerMille();
    return new Confidence(
        switch (freshness) {
          case ON_TIME -> 1_000;
          case LATE -> 900;
          case OLD -> 600;
          case SILENT -> 300;
        },
        ofCountAge(stock.lastCountAt(), now),
        accuracy == null ? UNMEASURED : accuracy,
        stock.openDiscrepancies() == 0 ? 1_000 : stock.openDiscrepancies() == 1 ? 800 : 600);
  }

  /** The whole, in thousandths, rounded down. */
  public long perMille() {
    return freshness * countAge * countAccuracy * discrepancies / 1_000_000_000L;
  }

  private static long ofCountAge(@Nullable Instant lastCountAt, Instant now) {
    if (lastCountAt != null) {
      for (int i = 0; i < BY_COUNT_AGE.length; i++) {
        if (lastCountAt.plus(COUNT_AGES.get(i)).isAfter(now)) {
          return BY_COUNT_AGE[i];
        }
      }
    }
    return OLD_COUNT;
  }

  /** When the age of the last count takes something away next. */
  static @Nullable Instant nextChange(Stock stock, Instant now) {
    Instant next = null;
    Instant counted = stock.lastCountAt();
    if (counted != null) {
      for (Duration age : COUNT_AGES) {
        next = Moments.earliestAfter(now, next, counted.plus(age));
      }
    }
    return next;
  }
}
