package io.stockledger.command.reservation;

import java.time.Instant;
import java.util.List;

/** Finds reservations whose instant has come and that are not closed in the register yet. */
@FunctionalInterface
public interface DueReservations {
  /**
   * @return ids, earliest expiry first, at most {@code limit}
   */
  List<String> due(Instant now, int limit);
}
