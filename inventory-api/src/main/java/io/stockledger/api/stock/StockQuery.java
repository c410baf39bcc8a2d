package io.stockledger.api.stock;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Page;
import io.stockledger.api.Query;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about the figures of stock items, as they are now. */
public sealed interface StockQuery<V extends View> extends Query<V> {
  /**
   * One item, or one SKU over the locations that a sum shows. Unknown: {@code unknown-location},
   * {@code unknown-sku}, {@code unknown-item}.
   */
  record FindStock(ItemId item) implements StockQuery<StockCard> {}

  /** What is physically there, a line per item, by location and SKU. */
  record ListOnHand(ItemFilter filter, Page page) implements StockQuery<OnHandView> {}

  /** The same, a line per SKU over all locations of the filter. */
  record TotalOnHand(ItemFilter filter, Page page) implements StockQuery<OnHandTotalView> {}

  /** What is free to promise, a line per item, by location and SKU. */
  record ListAvailable(ItemFilter filter, Page page) implements StockQuery<AvailableView> {}

  /** The same, a line per SKU over all locations of the filter. */
  record TotalAvailable(ItemFilter filter, Page page) implements StockQuery<AvailableTotalView> {}

  /**
   * How far feeds were from the book, a line per location, source and day, in this order.
   *
   * @param from the first day of observation, in UTC
   * @param to the last one
   */
  record ListReconciliation(
      @Nullable String location,
      @Nullable String source,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Page page)
      implements StockQuery<ReconciliationView> {}

  /** The items that are low now. */
  record ListLowStock(ItemFilter filter, Page page) implements StockQuery<LowStockView> {}

  /**
   * What to count next at a location. Unknown: {@code unknown-location}.
   *
   * @param limit 1 to {@link Page#MAX_LIMIT} items
   */
  record FindCountWorklist(String location, int limit) implements StockQuery<CountWorklistView> {}

  /**
   * Which items. Empty lists leave nothing out.
   *
   * @param changedAfter only items with an entry beyond this position. Who follows changes takes
   *     the position of the first page of a list, reads it to the end, and asks after that position
   *     next
   */
  record ItemFilter(List<String> locations, List<String> skus, @Nullable Long changedAfter) {
    public static final ItemFilter ALL = new ItemFilter(List.of(), List.of(), null);
  }
}
