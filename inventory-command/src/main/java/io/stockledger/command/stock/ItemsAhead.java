package io.stockledger.command.stock;

import io.stockledger.api.stock.ItemId;
import java.util.Collection;

/** Is told which items a decision will look at, so that those that are away come together. */
@FunctionalInterface
public interface ItemsAhead {
  void read(Collection<ItemId> items);
}
