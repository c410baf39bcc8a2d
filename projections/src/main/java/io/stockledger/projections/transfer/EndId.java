package io.stockledger.projections.transfer;

import io.stockledger.api.stock.ItemId;

/** A line of a transfer at the item at one of its ends. */
public record EndId(String transferId, String line, ItemId item) {}
