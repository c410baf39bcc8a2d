package io.stockledger.server.inbound;

import io.stockledger.server.problem.Faults;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day, or a window of days. */
final class Days {
  private Days() {}

  /**
   * @param path of both in the request, ending in a dot, or empty
   */
  static void check(String path, @Nullable LocalDate from, @Nullable LocalDate by, Faults faults) {
    if (from != null && by != null && from.isAfter(by)) {
      faults.add(path + "expectedFrom", "must not be behind expectedBy", from);
    }
  }
}
