package io.stockledger.api.location;

import io.stockledger.api.Identifiers;
import io.stockledger.api.alias.Alias;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of one location of the registry. */
public sealed interface LocationCommand
    permits RegisterLocation,
        LocationCommand.RetireLocation,
        LocationCommand.ReinstateLocation,
        LocationCommand.AddLocationAlias,
        LocationCommand.RemoveLocationAlias,
        LocationCommand.JudgeSource {
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

  /**
   * Record that a source went stale or came back, if it did. Several may ask; it is recorded once.
   *
   * @param lastHeardAt the last sign of it that the sender knows, none where there is none
   */
  record JudgeSource(String location, String source, @Nullable Instant lastHeardAt)
      implements LocationCommand {
    public JudgeSource {
      Identifiers.require("location", location);
    }

    @Override
    public @Nullable Long ifVersion() {
      return null;
    }
  }
}
