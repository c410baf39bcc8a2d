package io.stockledger.server.stock;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.StockQuery.ItemFilter;
import io.stockledger.server.read.Pages;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which items of a list of figures. */
record FigureParameters(
    @Nullable @Size(max = 100)
        List<@Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> sku,
    @Nullable @Size(max = 100)
        List<@Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> location,
    @Nullable Boolean total,
    @Nullable @Min(0) @Max(Figures.MAX) Long changedAfter,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor) {

  boolean totals() {
    return Boolean.TRUE.equals(total);
  }

  /** The registry knows for which places a location that is named may stand. */
  String[] from(String figures) {
    return location == null ? new String[] {figures} : new String[] {figures, ReadModels.REGISTRY};
  }

  ItemFilter filter() {
    return new ItemFilter(
        location == null ? List.of() : location, sku == null ? List.of() : sku, changedAfter);
  }

  Page page() {
    return Pages.of(limit, cursor);
  }
}
