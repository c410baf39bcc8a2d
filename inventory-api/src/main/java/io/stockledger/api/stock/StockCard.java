package io.stockledger.api.stock;

import io.stockledger.api.Answer.View;

/** What stands on the books of a SKU at a location that holds stock, or shows that of others. */
public sealed interface StockCard extends View permits StockView, SummedStockView {
  String location();

  String sku();
}
