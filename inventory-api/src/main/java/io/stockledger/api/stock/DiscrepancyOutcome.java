package io.stockledger.api.stock;

import io.stockledger.api.Outcome;
import io.stockledger.api.stock.StockOutcome.ItemAfter;

/**
 * A discrepancy was flagged, or something was done about it.
 *
 * @param created it was flagged by this command
 */
public record DiscrepancyOutcome(
    ItemAfter item, String discrepancyId, DiscrepancyState state, boolean created)
    implements Outcome {}
