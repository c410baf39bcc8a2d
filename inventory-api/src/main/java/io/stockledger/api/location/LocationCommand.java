package io.stockledger.api.location;

import io.stockledger.api.Identifiers;
import org.jspecify.annotations.Nullable;

/** What may be asked of one location of the registry. */
public sealed interface LocationCommand
    permits RegisterLocation, LocationCommand.RetireLocation, LocationCommand.ReinstateLocation {
  String location();

  /** The version that the sender knows; none for whichever it is. */
  @Nullable Long ifVersion();

  /**
   * Take it out of use: refused while stock or promises are there. A retired one stays as it is.
   */
  record RetireLocation(String location, @Nullable Long ifVersion) implements LocationCommand {
    public RetireLocation {
      Identifiers.require("location", location);
    }
  }

  /** Take a retired one into use again. One in use stays as it is. */
  record ReinstateLocation(String location, @Nullable Long ifVersion) implements LocationCommand {
    public ReinstateLocation {
      Identifiers.require("location", location);
    }
  }
}
