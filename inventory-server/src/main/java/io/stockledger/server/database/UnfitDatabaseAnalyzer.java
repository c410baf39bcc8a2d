package io.stockledger.server.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences what else would be a trace of hundreds of lines. */
class UnfitDatabaseAnalyzer extends AbstractFailureAnalyzer<UnfitDatabaseException> {
  @Override
  protected FailureAnalysis analyze(Throwable root, UnfitDatabaseException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Look at stockledger.database.url and the users and passwords beside it (docs/operations.md,"
            + " Your own PostgreSQL); without a URL an embedded PostgreSQL is used.",
        cause);
  }
}
