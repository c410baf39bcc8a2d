package io.stockledger.command.inbound;

import io.stockledger.api.stock.ItemId;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.ItemsAhead;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.Surroundings;
import java.util.Collection;
import java.util.function.Function;

/**
 * What the rules of expected supply may look at. Nothing on it changes anything.
 *
 * @param items an item as it is; absent ones are {@link StockItem#absent}
 * @param ahead is told of them before they are asked for: which they are only the register knows
 */
record Dock(
    Function<ItemId, StockItem> items,
    ItemsAhead ahead,
    InboundRegister register,
    LocalDays days,
    Surroundings surroundings) {
  Drafts drafts(Collection<ItemId> ids) {
    ahead.read(ids);
    return new Drafts(ids, items, surroundings.clockNow());
  }
}
