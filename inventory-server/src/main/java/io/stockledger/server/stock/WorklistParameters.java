package io.stockledger.server.stock;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.stock.StockQuery.FindCountWorklist;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose worklist, and how much of it. */
record WorklistParameters(
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit) {

  FindCountWorklist query() {
    return new FindCountWorklist(location, limit == null ? Page.DEFAULT_LIMIT : limit.intValue());
  }
}
