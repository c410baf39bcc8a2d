package io.stockledger.command.registry;

import io.stockledger.api.location.LocationTraits;
import org.jspecify.annotations.Nullable;

/** What is known of other locations. Asking never brings one into being. */
@FunctionalInterface
public interface Places {
  /** Nothing for one that is not registered. */
  @Nullable LocationTraits traitsOf(String location);
}
