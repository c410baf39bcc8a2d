package io.stockledger.query.stock;

import io.stockledger.api.stock.StockQuery.ItemFilter;
import io.stockledger.query.reading.Conditions;

/** The filter of items as conditions. */
final class Filters {
  /**
   * A location that is a sum over others stands for those. The list is made once, before the items
   * are looked for by it.
   */
  private static final String LOCATIONS =
      """
      location = any (array(
        select unnest(array[:locations]::text[])
        union
        select jsonb_array_elements_text(pool.traits -> 'pool' -> 'locations')
          from location as pool where pool.location in (:locations)))
      """;

  private Filters() {}

  static Conditions of(ItemFilter filter) {
    return new Conditions()
        .andIf(LOCATIONS, "locations", filter.locations())
        .andIf("sku in (:skus)", "skus", filter.skus())
        .andIf("position > :changedAfter", "changedAfter", filter.changedAfter());
  }
}
