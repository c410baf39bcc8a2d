package io.stockledger.command.stock;

import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyClosed;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyExplained;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import org.pcollections.TreePMap;

/**
 * A disagreement of shelf and book that is not settled.
 *
 * @param missing units that the book has and the shelf has not, as far as that is known
 * @param awaitsApproval it was explained with a reason that needs a manager
 */
public record OpenDiscrepancy(long missing, boolean awaitsApproval) {

  static TreePMap<String, OpenDiscrepancy> after(
      TreePMap<String, OpenDiscrepancy> open, StockEvent event) {
    return switch (event) {
      case StockDiscrepancyOpened e ->
          open.plus(e.discrepancyId(), new OpenDiscrepancy(e.missing(), false));
      case StockDiscrepancyExplained e -> {
        OpenDiscrepancy before = open.get(e.discrepancyId());
        if (before == null) {
          throw new IllegalStateException("no such open discrepancy: " + e.discrepancyId());
        }
        yield open.plus(
            e.discrepancyId(), new OpenDiscrepancy(before.missing(), e.awaitsApproval()));
      }
      case StockDiscrepancyClosed e -> open.minus(e.discrepancyId());
      default -> open;
    };
  }
}
