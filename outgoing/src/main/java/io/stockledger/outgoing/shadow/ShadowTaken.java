package io.stockledger.outgoing.shadow;

import io.stockledger.api.stock.ItemId;
import java.util.List;

/**
 * What became of figures that were sent.
 *
 * @param compared how many were held against ours
 * @param different of these, those that differ
 * @param unknown items of which the ledger knew nothing at that moment
 */
public record ShadowTaken(long compared, long different, List<ItemId> unknown) {}
