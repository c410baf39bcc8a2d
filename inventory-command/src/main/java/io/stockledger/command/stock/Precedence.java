package io.stockledger.command.stock;

import io.stockledger.api.location.LocationSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whose word goes before whose at one location. Sources that it does not name stand below those
 * that it names, and are equal among themselves; counts by people, where it does not name them,
 * stand above all for a day.
 */
final class Precedence {
  static final Duration COUNTS_STAND_FOR = Duration.ofHours(24);

  private static final int ABOVE_ALL = -1;

  private final List<LocationSource> sources;

  Precedence(List<LocationSource> sources) {
    this.sources = sources;
  }

  /** Whether the first goes before the second. */
  boolean isHigher(String source, String than) {
    return rank(source) < rank(than);
  }

  boolean isEqual(String source, String other) {
    return rank(source) == rank(other);
  }

  /**
   * Whether what a higher source saw still stands at a moment, or had not even been seen by then.
   */
  boolean stands(String source, Instant seenAt, Instant moment) {
    return !seenAt.plus(standsFor(source)).isBefore(moment);
  }

  private int rank(String source) {
    for (int i = 0; i < sources.size(); i++) {
      if (sources.get(i).source().equals(source)) {
        return i;
      }
    }
    return source.equals(LocationSource.COUNT) ? ABOVE_ALL : sources.size();
  }

  private Duration standsFor(String source) {
    return sources.stream()
        .filter(one -> one.source().equals(source))
        .findFirst()
        .map(LocationSource::standsFor)
        .orElse(source.equals(LocationSource.COUNT) ? COUNTS_STAND_FOR : Duration.ZERO);
  }
}
