package io.stockledger.outgoing.shadow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the figures of another system are from ours, for an item, a location or a day.
 *
 * @param day only by day
 * @param location by item and by location
 * @param sku only by item
 * @param compared figures that were held against ours
 * @param different of these, those that differ in units or state
 * @param unitsMore the sum of units that the other system said beyond ours
 * @param unitsFewer the sum of units that it said less than ours
 * @param largest the largest difference in units
 * @param last the newest figure; only by item
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShadowDifference(
    @Nullable LocalDate day,
    @Nullable String location,
    @Nullable String sku,
    long compared,
    long different,
    long unitsMore,
    long unitsFewer,
    long largest,
    @Nullable Last last) {
  /**
   * The newest figure.
   *
   * @param said units; absent where it said a state only
   * @param saidState absent where it said units only
   * @param ours units that could be reserved through the channel at that moment
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Last(
      Instant at, @Nullable Long said, @Nullable String saidState, long ours, String oursState) {}
}
