package io.stockledger.api.location;

import io.stockledger.api.Identifiers;
import io.stockledger.api.alias.Alias;
import org.jspecify.annotations.Nullable;

/** What may be asked of one location of the registry. */
public sealed interface LocationCommand
    permits RegisterLocation, LocationCommand.RetireLocation, LocationCommand.ReinstateLocation,
        LocationCommand.AddLocationAlias, LocationCommand.RemoveLocationAlias {
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

  /** Another system calls it so. An alias of another one is refused. */
  record AddLocationAlias(String location, Alias alias, @Nullable Long ifVersion)
      implements LocationCommand {
    public AddLocationAlias {
      Identifiers.require("location", location);
    }
  }

  /** It is not called so any more. */
  record RemoveLocationAlias(String location, Alias alias, @Nullable Long ifVersion)
      implements LocationCommand {
    public RemoveLocationAlias {
      Identifiers.require("location", location);
    }
  }
}
