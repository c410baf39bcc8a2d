package io.stockledger.api.product;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Page;
import io.stockledger.api.Query;

/** What may be asked about the registry of products. */
public sealed interface ProductQuery<V extends View> extends Query<V> {
  /** One of them. Unknown: {@code unknown-sku}. */
  record FindProduct(String sku) implements ProductQuery<ProductView> {}

  /** All of them, by SKU. */
  record ListProducts(Page page) implements ProductQuery<ProductsView> {}
}
