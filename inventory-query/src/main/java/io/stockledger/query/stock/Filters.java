package io.stockledger.query.stock;

import io.stockledger.api.stock.StockQuery.ItemFilter;
import io.stockledger.query.reading.Conditions;

/** The filter of items as conditions. */
final class Filters {
  private Filters() {}

  static Conditions of(ItemFilter filter) {
    return new Conditions()
        .andIf("location in (:locations)", "locations", filter.locations())
        .andIf("sku in (:skus)", "skus", filter.skus())
        .andIf("position > :changedAfter", "changedAfter", filter.changedAfter());
  }
}
