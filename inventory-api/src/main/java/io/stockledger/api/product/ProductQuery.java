package io.stockledger.api.product;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Page;
import io.stockledger.api.Query;
import org.jspecify.annotations.Nullable;

/** What may be asked about the registry of products. */
public sealed interface ProductQuery<V extends View> extends Query<V> {
  /** One of them. Unknown: {@code unknown-sku}. */
  record FindProduct(String sku) implements ProductQuery<ProductView> {}

  /** Those that the filter leaves, by SKU. */
  record ListProducts(ProductFilter filter, Page page) implements ProductQuery<ProductsView> {}

  /**
   * Which products are wanted; what is absent leaves all.
   *
   * @param text a part of their SKU or name, whatever its case
   * @param category their category path, or the beginning of it up to a {@code /}
   * @param gtin in any of its lengths
   */
  record ProductFilter(
      @Nullable String text,
      @Nullable String category,
      @Nullable String tag,
      @Nullable VelocityClass velocityClass,
      @Nullable String gtin,
      @Nullable String parent,
      @Nullable Boolean retired) {
    public static final ProductFilter ALL =
        new ProductFilter(null, null, null, null, null, null, null);
  }
}
