package io.stockledger.server.location;

import java.time.Instant;

/** Where sources say that they are alive. All nodes see it; nothing of it is in the ledger. */
public interface Heartbeats {
  /** What a beat came to. */
  enum Beat {
    HEARD,
    UNKNOWN_LOCATION,
    UNKNOWN_SOURCE
  }

  /**
   * A source of a location is alive.
   *
   * @param write keep it, or only look whether it could be
   */
  Beat beat(String location, String source, Instant at, boolean write);
}
