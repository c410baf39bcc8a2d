package io.stockledger.projections.reservation;

import io.stockledger.api.stock.ItemId;

/** A line of a reservation on one item. */
public record LineId(String reservationId, String line, ItemId item) {}
