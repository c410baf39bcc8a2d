package io.stockledger.server.product;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.product.ProductQuery.ProductFilter;
import io.stockledger.api.product.VelocityClass;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.read.Pages;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which products: those that fit everything that is given.
 *
 * @param q a part of their SKU or name
 * @param category a category path, or the beginning of one
 */
record ProductParameters(
    @Nullable @Size(min = 1, max = 200) String q,
    @Nullable
        @Size(max = 500)
        @Pattern(regexp = ProductRequest.CATEGORY, message = ProductRequest.CATEGORY_FORM)
        String category,
    @Nullable @Size(min = 1, max = 64) String tag,
    @Nullable VelocityClass velocityClass,
    @Nullable String gtin,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String parent,
    @Nullable Boolean retired,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor)
    implements Checked {
  @Override
  public void check(Faults faults, String path) {
    if (gtin != null) {
      ProductRequest.checkGtin(gtin, faults);
    }
  }

  ProductFilter filter() {
    return new ProductFilter(q, category, tag, velocityClass, gtin, parent, retired);
  }

  Page page() {
    return Pages.of(limit, cursor);
  }
}
