package io.stockledger.command.reservation;

import io.stockledger.api.stock.ItemId;
import io.stockledger.command.channel.Offering;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.Surroundings;
import java.util.Collection;
import java.util.function.Function;

/**
 * What the rules of promises may look at. Nothing on it changes anything.
 *
 * @param items an item as it is; absent ones are {@link StockItem#absent}
 */
record Desk(
    Function<ItemId, StockItem> items,
    ReservationRegister register,
    Offering offering,
    Surroundings surroundings) {
  Drafts drafts(Collection<ItemId> ids) {
    return new Drafts(ids, items, surroundings.clockNow());
  }
}
