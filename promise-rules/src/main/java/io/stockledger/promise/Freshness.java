package io.stockledger.promise;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stockledger.promise.Place.Source;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh the word of a place is, the best first. A place is as fresh as the worst of its
 * sources. A source that keeps its time is fresh, however long that is; the limits of a rule count
 * from its last word, and not before the moment at which it was overdue.
 */
public enum Freshness {
  /** Every source keeps its time, or none has to. */
  @JsonProperty("on-time")
  ON_TIME,
  /** One is overdue, within the limit. */
  @JsonProperty("late")
  LATE,
  /** The limit for figures is over. */
  @JsonProperty("old")
  OLD,
  /** The limit for any word but the fallback is over. */
  @JsonProperty("silent")
  SILENT;

  static Freshness of(Place place, Terms terms, Instant now) {
    Freshness worst = ON_TIME;
    for (Source source : place.sources()) {
      Freshness each = of(source, terms, now);
      worst = each.compareTo(worst) > 0 ? each : worst;
    }
    return worst;
  }

  static Freshness of(Source source, Terms terms, Instant now) {
    if (source.staleSince() == null || source.staleSince().isAfter(now)) {
      return ON_TIME;
    }
    if (isOver(limit(source, terms.fallbackAfter()), now)) {
      return SILENT;
    }
    return isOver(limit(source, terms.freshFor()), now) ? OLD : LATE;
  }

  /** The next moment at which it gets worse by the clock alone; none where it does not. */
  static @Nullable Instant nextChange(Place place, Terms terms, Instant now) {
    Instant next = null;
    for (Source source : place.sources()) {
      if (source.staleSince() != null) {
        next = Moments.earliestAfter(now, next, limit(source, terms.freshFor()));
        next = Moments.earliestAfter(now, next, limit(source, terms.fallbackAfter()));
        next = Moments.earliestAfter(now, next, source.staleSince());
      }
    }
    return next;
  }

  /** Whether nothing was ever heard of some source, and it is overdue. */
  static boolean neverHeard(Place place, Instant now) {
    for (Source source : place.sources()) {
      Instant stale = source.staleSince();
      if (source.lastHeardAt() == null && stale != null && !stale.isAfter(now)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Instant limit(Source source, @Nullable Duration limit) {
    Instant stale = source.staleSince();
    if (limit == null || stale == null) {
      return null;
    }
    Instant heard = source.lastHeardAt() == null ? stale : source.lastHeardAt();
    Instant over = heard.plus(limit);
    return over.isBefore(stale) ? stale : over;
  }

  private static boolean isOver(@Nullable Instant limit, Instant now) {
    return limit != null && !limit.isAfter(now);
  }
}
