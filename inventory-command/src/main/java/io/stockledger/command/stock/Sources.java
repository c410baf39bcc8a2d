package io.stockledger.command.stock;

import io.stockledger.api.location.LocationSource;
import java.util.List;

/** Whose word counts at a location. Asked only where a total is stated. */
@FunctionalInterface
public interface Sources {
  /** The sources of a location in order of precedence, the most trusted first. */
  List<LocationSource> of(String location);

  /** No location names any: counts stand above all sources, and those are equal. */
  static Sources none() {
    return location -> List.of();
  }
}
