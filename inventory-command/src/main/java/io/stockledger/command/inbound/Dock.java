package io.stockledger.command.inbound;

import io.stockledger.api.stock.ItemId;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.Surroundings;
import java.util.Collection;
import java.util.function.Function;

/**
 * What the rules of expected supply may look at. Nothing on it changes anything.
 *
 * @param items an item as it is; absent ones are {@link StockItem#absent}
 */
record Dock(
    Function<ItemId, StockItem> items,
    InboundRegister register,
    LocalDays days,
    Surroundings surroundings) {
  Drafts drafts(Collection<ItemId> ids) {
    return new Drafts(ids, items, surroundings.clockNow());
  }
}
