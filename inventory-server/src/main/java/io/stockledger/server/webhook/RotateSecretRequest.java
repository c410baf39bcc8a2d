package io.stockledger.server.webhook;

import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A new secret; the old one signs beside it for the overlap, a day by default. */
record RotateSecretRequest(@Nullable Duration overlap) implements Checked {
  static final Duration DEFAULT = Duration.ofDays(1);

  private static final Duration LONGEST = Duration.ofDays(30);

  @Override
  public void check(Faults faults, String path) {
    if (overlap != null && (overlap.isNegative() || overlap.compareTo(LONGEST) > 0)) {
      faults.add("overlap", "must be from PT0S to P30D", overlap);
    }
  }
}
