package io.stockledger.api.audit;

import io.stockledger.api.Page;
import io.stockledger.api.Query;

/**
 * All entries of the ledger in order of position.
 *
 * @param after only beyond this position, 0 for all
 * @param limit 1 to {@link Page#MAX_LIMIT}
 */
public record ReadLedger(long after, int limit) implements Query<LedgerView> {
  public ReadLedger {
    if (after < 0 || limit < 1 || limit > Page.MAX_LIMIT) {
      throw new IllegalArgumentException("after " + after + ", limit " + limit);
    }
  }
}
