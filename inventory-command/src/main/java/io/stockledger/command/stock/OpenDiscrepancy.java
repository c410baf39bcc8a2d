package io.stockledger.command.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyClosed;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyExplained;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * A disagreement of shelf and book that is not settled.
 *
 * @param missing units that the book has and the shelf has not, 0 where that is not known
 * @param awaitsApproval it was explained with a reason that needs a manager
 * @param reason what it is explained with, absent so far as it is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenDiscrepancy(long missing, boolean awaitsApproval, @Nullable String reason) {

  static TreePMap<String, OpenDiscrepancy> after(
      TreePMap<String, OpenDiscrepancy> open, StockEvent event) {
    return switch (event) {
      case StockDiscrepancyOpened e ->
          open.plus(
              e.discrepancyId(),
              new OpenDiscrepancy(Objects.requireNonNullElse(e.missing(), 0L), false, null));
      case StockDiscrepancyExplained e -> {
        OpenDiscrepancy before = open.get(e.discrepancyId());
        if (before == null) {
          throw new IllegalStateException("no such open discrepancy: " + e.discrepancyId());
        }
        yield open.plus(
            e.discrepancyId(),
            new OpenDiscrepancy(before.missing(), e.awaitsApproval(), e.entry().reason()));
      }
      case StockDiscrepancyClosed e -> open.minus(e.discrepancyId());
      default -> open;
    };
  }
}
