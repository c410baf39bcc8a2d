package io.stockledger.server.problem;

/**
 * A request that ends here, before anything was decided: it is malformed, forbidden, or cannot be
 * served now. Refusals of the ledger itself are data and never come this way.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
