package io.stockledger.command.stock;

import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyClosed;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where each discrepancy is, closed ones included, so that an id is used once in the whole ledger
 * and a closed one is still known. Written in the transaction of the entries, read with everything
 * that was put before in the same batch.
 */
public interface DiscrepancyRegister {
  /** The item that has, or had, a discrepancy of this id; null where the id is free. */
  @Nullable ItemId itemOf(String discrepancyId);

  /** Keep it, in place of what was there. */
  void put(String discrepancyId, ItemId item, boolean open);

  /** Whatever entries open and close. */
  default void keepAll(List<StockEvent> events) {
    for (StockEvent event : events) {
      if (event instanceof StockDiscrepancyOpened opened) {
        put(opened.discrepancyId(), opened.entry().item(), true);
      } else if (event instanceof StockDiscrepancyClosed closed) {
        put(closed.discrepancyId(), closed.entry().item(), false);
      }
    }
  }
}
