package io.stockledger.command.device;

import io.stockledger.api.Outcome;
import io.stockledger.api.reservation.ReservationCommand.PickReservation;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.StockItem;

/**
 * The items that lines are about. What is decided is recorded at once, so that the next line is
 * decided on it; a refusal records nothing.
 */
interface Shelves {
  /** As it is now, with all that was recorded before. */
  StockItem item(ItemId id);

  Outcome decide(StockCommand command);

  Outcome decide(PickReservation command);

  /** Entries that were decided elsewhere, on the item as {@link #item} gave it. */
  void record(ItemDraft draft);
}
