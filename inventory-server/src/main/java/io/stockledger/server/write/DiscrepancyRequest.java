package io.stockledger.server.write;

import io.stockledger.api.stock.ItemId;
import io.stockledger.server.http.Write;

/** A checked body about one discrepancy, whose item and id stand beside it. */
public interface DiscrepancyRequest extends Stated {
  /**
   * What it asks of the ledger.
   *
   * @throws io.stockledger.server.problem.ProblemException {@code forbidden}, when its sender may
   *     not ask for that
   */
  Object command(ItemId item, String discrepancyId, Write write);
}
