package io.stockledger.outgoing.stream;

import io.stockledger.outgoing.change.LoggedChange;
import java.util.Set;

/**
 * Which items of a channel a stream is about.
 *
 * @param locations none for all
 * @param skus none for all
 */
public record Interest(Set<String> locations, Set<String> skus) {
  /** All items. */
  public static final Interest ALL = new Interest(Set.of(), Set.of());

  public Interest {
    locations = Set.copyOf(locations);
    skus = Set.copyOf(skus);
  }

  boolean isAll() {
    return locations.isEmpty() && skus.isEmpty();
  }

  /** Whether a change is one of those. */
  public boolean isIn(LoggedChange change) {
    return (locations.isEmpty() || locations.contains(change.location()))
        && (skus.isEmpty() || skus.contains(change.sku()));
  }
}
