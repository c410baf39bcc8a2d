package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.EventName;

/** What becomes of a disagreement of shelf and book after it was opened. */
public sealed interface DiscrepancyEvent extends StockEvent {
  String discrepancyId();

  /**
   * Somebody said why, by the reason and the note of the entry.
   *
   * @param awaitsApproval it is closed only by a manager
   */
  @EventName("stock.discrepancy-explained")
  record StockDiscrepancyExplained(
      @JsonUnwrapped Entry entry, String discrepancyId, boolean awaitsApproval)
      implements DiscrepancyEvent {}

  /** It is settled. */
  @EventName("stock.discrepancy-closed")
  record StockDiscrepancyClosed(@JsonUnwrapped Entry entry, String discrepancyId)
      implements DiscrepancyEvent {}
}
