package io.stockledger.promise.replay;

import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.promise.Place;
import io.stockledger.promise.Subject;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A location as the registry knew it at a moment.
 *
 * @param retired it was out of use
 * @param registered the registry knew it at all
 */
public record PastLocation(
    LocationKind kind, LocationTraits traits, boolean retired, boolean registered, Place place) {
  /** The registry knew nothing of it. */
  public static final PastLocation UNKNOWN =
      new PastLocation(LocationKind.WAREHOUSE, LocationTraits.NONE, false, false, Place.UNWATCHED);

  /**
   * What rules look at of an item there.
   *
   * @param traitsOf of groups that were locations themselves; null for those that were not
   */
  public Subject subject(
      String location,
      String sku,
      PastProduct product,
      Function<String, @Nullable LocationTraits> traitsOf) {
    return Subject.of(
        sku,
        product.traits(),
        location,
        kind,
        registered ? Subject.groups(traits, traitsOf) : Set.of(),
        retired || product.retired());
  }
}
