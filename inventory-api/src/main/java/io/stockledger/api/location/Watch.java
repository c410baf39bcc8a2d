package io.stockledger.api.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.location.LocationEvent.LocationAliasAdded;
import io.stockledger.api.location.LocationEvent.LocationAliasRemoved;
import io.stockledger.api.location.LocationEvent.LocationChanged;
import io.stockledger.api.location.LocationEvent.LocationRegistered;
import io.stockledger.api.location.LocationEvent.LocationReinstated;
import io.stockledger.api.location.LocationEvent.LocationRetired;
import io.stockledger.api.location.LocationEvent.LocationSourceBack;
import io.stockledger.api.location.LocationEvent.LocationSourceStale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A source that is expected to report, as the entries of its location tell.
 *
 * @param every how often
 * @param since from when on it is expected to
 * @param staleSince when it was overdue; absent while it is not
 * @param lastHeardAt its last word before it was overdue; absent where there was none, and while it
 *     is not overdue
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Watch(
    Duration every, Instant since, @Nullable Instant staleSince, @Nullable Instant lastHeardAt) {
  /** The shortest time that a source may be late. */
  static final Duration SHORTEST_GRACE = Duration.ofSeconds(1);

  private static final int GRACE_PART = 10;

  /** By when it must be heard again: a tenth of its time late, and at least a second. */
  public Instant overdueAt(@Nullable Instant lastHeardAt) {
    Instant last = lastHeardAt == null || lastHeardAt.isBefore(since) ? since : lastHeardAt;
    Duration grace = every.dividedBy(GRACE_PART);
    return last.plus(every).plus(grace.compareTo(SHORTEST_GRACE) < 0 ? SHORTEST_GRACE : grace);
  }

  /** Whether nothing was heard of it for too long. */
  public boolean isSilent(@Nullable Instant lastHeardAt, Instant now) {
    return !overdueAt(lastHeardAt).isAfter(now);
  }

  /** The watches of a location after one more of its entries, by source. */
  public static SortedMap<String, Watch> after(
      SortedMap<String, Watch> before, LocationEvent event) {
    return switch (event) {
      case LocationRegistered e -> of(before, e.traits(), e.recordedAt());
      case LocationChanged e -> of(before, e.traits(), e.recordedAt());
      case LocationRetired ignored -> before;
      case LocationReinstated e -> anew(before, e.recordedAt());
      case LocationAliasAdded ignored -> before;
      case LocationAliasRemoved ignored -> before;
      case LocationSourceStale e -> stale(before, e.source(), e.occurredAt(), e.lastHeardAt());
      case LocationSourceBack e -> stale(before, e.source(), null, null);
    };
  }

  /** Who was watched before with the same time is watched on. */
  private static SortedMap<String, Watch> of(
      SortedMap<String, Watch> before, LocationTraits traits, Instant now) {
    SortedMap<String, Watch> after = new TreeMap<>();
    List<LocationSource> sources = traits.sources();
    for (LocationSource source : sources == null ? List.<LocationSource>of() : sources) {
      Duration every = source.reportsEvery();
      if (every != null) {
        Watch known = before.get(source.source());
        after.put(
            source.source(),
            known != null && known.every.equals(every) ? known : new Watch(every, now, null, null));
      }
    }
    return after;
  }

  private static SortedMap<String, Watch> anew(SortedMap<String, Watch> before, Instant now) {
    SortedMap<String, Watch> after = new TreeMap<>();
    before.forEach((source, watch) -> after.put(source, new Watch(watch.every, now, null, null)));
    return after;
  }

  private static SortedMap<String, Watch> stale(
      SortedMap<String, Watch> before,
      String source,
      @Nullable Instant since,
      @Nullable Instant lastHeardAt) {
    SortedMap<String, Watch> after = new TreeMap<>(before);
    after.computeIfPresent(source, (name, w) -> new Watch(w.every, w.since, since, lastHeardAt));
    return after;
  }
}
