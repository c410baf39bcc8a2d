package io.stockledger.command.stock;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockRefusal;
import org.jspecify.annotations.Nullable;

/** Which places and products there are. Asking never brings one into being. */
public interface Registry {
  boolean knowsLocation(String location);

  boolean knowsProduct(String sku);

  /**
   * Why no units and no promises may come to an item any more: its location or product is retired,
   * or the location only shows the stock of others. Such an item has none.
   *
   * @return null where they may
   */
  default @Nullable StockRefusal closed(ItemId item) {
    return null;
  }

  /** For ledgers that take every id: whatever is asked for is known. */
  static Registry lenient() {
    return new Registry() {
      @Override
      public boolean knowsLocation(String location) {
        return true;
      }

      @Override
      public boolean knowsProduct(String sku) {
        return true;
      }
    };
  }
}
