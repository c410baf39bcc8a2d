package io.stockledger.outgoing.feed;

import java.time.Instant;

/** Port: places in the log by the time of day. */
@FunctionalInterface
public interface ChangePlaces {
  /** The newest change that was told before a moment, or the place before all that are kept. */
  long before(Instant moment);
}
