package io.stockledger.command.location;

import io.stockledger.api.location.LocationSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Locations as they are for whoever only looks: with what earlier commands of the same batch made
 * of them, from memory where they are known.
 */
@FunctionalInterface
public interface Locations {
  /** None for one that is not registered. */
  @Nullable Location find(String location);

  /** Who tells of a location's stock, the most trusted first; nobody where nobody is named. */
  default List<LocationSource> sourcesOf(String location) {
    Location found = find(location);
    return found == null ? List.of() : found.sources();
  }
}
