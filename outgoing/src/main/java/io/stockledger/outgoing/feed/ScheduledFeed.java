package io.stockledger.outgoing.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A feed that is written to files by the clock.
 *
 * @param id 1 to 40 small letters, digits and hyphens; the beginning of the names of its files
 * @param fullAt when on each day a full file is begun. Where clocks are put forward over it, as
 *     much later
 * @param incrementalEvery so far apart incremental files are, at least; absent for none
 * @param keep so many full files are kept, from 1, with the incremental ones that follow them
 * @param gzip whether they are compressed
 * @param pickup absent where they say nothing of it
 */
public record ScheduledFeed(
    String id,
    String channel,
    LocalTime fullAt,
    ZoneId zone,
    @Nullable Duration incrementalEvery,
    int keep,
    boolean gzip,
    @Nullable StorePickup pickup) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  public ScheduledFeed {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "the id of a feed is 1 to 40 small letters, digits and hyphens, not " + id);
    }
    if (keep < 1) {
      throw new IllegalArgumentException("a feed keeps 1 full file or more, not " + keep);
    }
    if (incrementalEvery != null && !incrementalEvery.isPositive()) {
      throw new IllegalArgumentException("incremental files of " + id + " are some time apart");
    }
  }

  /** What is to be written now; null where nothing is. */
  @Nullable FeedKind due(FeedState state, boolean isKept, Instant now) {
    Instant full = state.fullAt();
    if (full == null || !isKept || full.isBefore(fullBefore(now))) {
      return FeedKind.FULL;
    }
    Instant looked = state.lookedAt();
    return incrementalEvery != null
            && (looked == null || !now.isBefore(looked.plus(incrementalEvery)))
        ? FeedKind.INCREMENTAL
        : null;
  }

  /** The newest moment, at or before another, at which a full file is to be begun. */
  Instant fullBefore(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    Instant begins = fullOn(today);
    return begins.isAfter(now) ? fullOn(today.minusDays(1)) : begins;
  }

  /** The next moment, after another, at which a full file is to be begun. */
  public Instant fullAfter(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    Instant begins = fullOn(today);
    return begins.isAfter(now) ? begins : fullOn(today.plusDays(1));
  }

  private Instant fullOn(LocalDate day) {
    return day.atTime(fullAt).atZone(zone).toInstant();
  }
}
