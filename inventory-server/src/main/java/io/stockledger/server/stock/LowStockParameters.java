package io.stockledger.server.stock;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.stock.StockQuery.ItemFilter;
import io.stockledger.api.stock.StockQuery.ListLowStock;
import io.stockledger.server.read.Pages;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the items that are low. */
record LowStockParameters(
    @Nullable @Size(max = 100)
        List<@Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> sku,
    @Nullable @Size(max = 100)
        List<@Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> location,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor) {

  ListLowStock query() {
    return new ListLowStock(
        new ItemFilter(
            location == null ? List.of() : location, sku == null ? List.of() : sku, null),
        Pages.of(limit, cursor));
  }
}
