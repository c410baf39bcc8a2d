package io.stockledger.server.write;

import io.stockledger.api.stock.ItemId;
import io.stockledger.server.http.Write;

/** A checked body about one item, whose location and SKU stand beside it. */
public interface ItemRequest extends Stated {
  /**
   * What it asks of the ledger.
   *
   * @throws io.stockledger.server.problem.ProblemException {@code forbidden}, when its sender may
   *     not ask for that
   */
  Object command(ItemId item, Write write);
}
