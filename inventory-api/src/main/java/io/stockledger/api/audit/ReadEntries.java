package io.stockledger.api.audit;

import io.stockledger.api.Page;
import io.stockledger.api.Query;

/**
 * Entries of the ledger in order of position, those of items with the figures before and after
 * them; up to where the history is.
 *
 * @param after only beyond this position, 0 for all
 * @param limit 1 to {@link Page#MAX_LIMIT}
 */
public record ReadEntries(long after, int limit) implements Query<EntriesView> {
  public ReadEntries {
    if (after < 0 || limit < 1 || limit > Page.MAX_LIMIT) {
      throw new IllegalArgumentException("after " + after + ", limit " + limit);
    }
  }
}
