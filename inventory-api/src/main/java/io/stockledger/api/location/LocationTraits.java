package io.stockledger.api.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a location says of itself beside its name, kind and time zone. In JSON its fields stand
 * beside those, flat. Absent means that nothing is said.
 *
 * @param coordinates where it is
 * @param opening when it is open, in its time zone; days that are not named are closed days
 * @param countAccuracyPerMille how many of a thousand items the books were right about when it was
 *     last measured, 0 to 1,000
 * @param transferTimes how long goods typically travel from here; at most one without a place
 * @param groups what it belongs to: names, of which those that are ids of locations mean those
 *     locations. It never belongs to itself, by whichever way
 * @param sources who tells of its stock, the most trusted first, each named once
 * @param pool what stock a virtual location has; absent for others, and for ring-fenced ones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocationTraits(
    @Nullable Coordinates coordinates,
    @Nullable List<OpeningHours> opening,
    @Nullable Long countAccuracyPerMille,
    @Nullable List<TransferTime> transferTimes,
    @Nullable List<String> groups,
    @Nullable List<LocationSource> sources,
    @Nullable Pool pool) {
  /** Nothing is said. */
  public static final LocationTraits NONE =
      new LocationTraits(null, null, null, null, null, null, null);

  /** The locations whose stock it sums up; none for one that holds stock of its own. */
  public List<String> summed() {
    return pool == null || pool.locations() == null ? List.of() : pool.locations();
  }
}
