package io.stockledger.server.bulk;

import io.stockledger.server.http.Interruptions;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commands that came to no decision, each for itself. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static Problem problemOf(Throwable failure) {
    Problem known = Interruptions.problemOf(failure);
    if (known != null) {
      return known;
    }
    LOG.error("a command failed", failure);
    return Problem.of(ProblemType.INTERNAL_ERROR, "The server's log says what went wrong.");
  }
}
