package io.stockledger.promise;

import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the books of a location can be trusted.
 *
 * @param countAccuracyPerMille how many of a thousand items they were right about; absent where it
 *     was not measured
 * @param sources those that are expected to report
 */
public record Place(@Nullable Long countAccuracyPerMille, List<Source> sources) {
  /** Nothing is measured and nobody has to report. */
  public static final Place UNWATCHED = new Place(null, List.of());

  /**
   * As the registry knows it.
   *
   * @param watches of the sources that are expected to report, by name
   */
  public static Place of(LocationTraits traits, Map<String, Watch> watches) {
    List<Source> sources = new ArrayList<>(watches.size());
    watches.forEach(
        (source, watch) ->
            sources.add(new Source(source, watch.staleSince(), watch.lastHeardAt())));
    return new Place(traits.countAccuracyPerMille(), List.copyOf(sources));
  }

  /**
   * A source that is expected to report.
   *
   * @param staleSince when it was overdue; absent while it keeps its time, however long ago its
   *     last word is
   * @param lastHeardAt its last word before it was overdue; absent where there never was one, and
   *     while it keeps its time
   */
  public record Source(String source, @Nullable Instant staleSince, @Nullable Instant lastHeardAt) {
    /** How fresh it is by itself. */
    public Freshness freshness(Terms terms, Instant now) {
      return Freshness.of(this, terms, now);
    }
  }
}
