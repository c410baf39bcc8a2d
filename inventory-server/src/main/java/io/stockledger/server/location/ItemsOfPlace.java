package io.stockledger.server.location;

import io.stockledger.api.location.LocationCommand.RetireLocation;
import io.stockledger.api.location.RegisterLocation;

/** The items of a location, before something is decided that must look at all of them. */
public interface ItemsOfPlace {
  /**
   * Brings them into memory, some at a time, so that other commands are decided in between. The
   * decision itself then looks at each as it is by then, without reading; where this is left out it
   * comes to the same.
   */
  void recall(String location);

  /** The same for a command that is to be sent, if it is one that looks at all items of a place. */
  default void recallFor(Object command) {
    if (command instanceof RetireLocation retire) {
      recall(retire.location());
    } else if (command instanceof RegisterLocation put && !put.traits().summed().isEmpty()) {
      recall(put.location());
    }
  }
}
