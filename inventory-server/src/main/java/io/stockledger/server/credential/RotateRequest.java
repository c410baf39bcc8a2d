package io.stockledger.server.credential;

import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A new key in place of an old one, which stays valid for the overlap; none by default. */
record RotateRequest(@Nullable Duration overlap) implements Checked {
  private static final Duration LONGEST = Duration.ofDays(30);

  @Override
  public void check(Faults faults, String path) {
    if (overlap != null && (overlap.isNegative() || overlap.compareTo(LONGEST) > 0)) {
      faults.add("overlap", "must be from PT0S to P30D", overlap);
    }
  }
}
