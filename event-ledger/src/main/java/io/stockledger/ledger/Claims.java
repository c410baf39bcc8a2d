package io.stockledger.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Claims as a command sees them: what is in the database, changed by earlier commands of the same
 * batch and by itself. On other threads: what is in the database.
 */
public interface Claims {

  /** The claim with this id, open or closed; null if there is none (any more). */
  @Nullable Claim find(String id);

  /**
   * Writes a new claim or a new state of one, together with the command's events; dropped with them
   * if the command fails. A command that puts a claim must have an event.
   *
   * @throws IllegalStateException if no command is being decided on this thread
   */
  void put(Claim claim);

  /** Open claims with this reference, by id. */
  List<Claim> openWithReference(String reference, int limit);

  /**
   * Open claims that touch a stream whose name begins like this, by id. Looks at all open claims:
   * for the rare command about a whole location.
   */
  List<Claim> openTouching(String streamPrefix, int limit);

  /** Open claims that are due at this moment, the longest due first; what is stored, only. */
  List<Claim> due(Instant now, int limit);
}
