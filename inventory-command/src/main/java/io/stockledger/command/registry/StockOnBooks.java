package io.stockledger.command.registry;

import io.stockledger.api.RegistryRefusal.ItemInUse;
import io.stockledger.api.stock.Figures;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.StockItem;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which items hold stock or promises, or expect some: any of their figures is not zero, promises
 * that ran out left aside.
 */
public final class StockOnBooks {
  /** How many are named at most. */
  static final int NAMED = 10;

  private final KnownItems items;

  public StockOnBooks(KnownItems items) {
    this.items = items;
  }

  public List<ItemInUse> at(String location, Instant now) {
    return inUse(items.at(location), now);
  }

  public List<ItemInUse> of(String sku, Instant now) {
    return inUse(items.of(sku), now);
  }

  private static List<ItemInUse> inUse(Stream<StockItem> items, Instant now) {
    return items
        .map(item -> new ItemDraft(item, item.now(now)).item())
        .filter(item -> !item.figures().equals(Figures.ZERO))
        .map(item -> new ItemInUse(item.item(), item.figures()))
        .limit(NAMED)
        .toList();
  }
}
