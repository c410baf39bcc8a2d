package io.stockledger.server.inbound;

import io.stockledger.api.Page;
import io.stockledger.api.inbound.InboundQuery.ListVendors;
import io.stockledger.api.inbound.InboundQuery.Period;
import io.stockledger.server.read.Pages;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** All vendors, over lines that were expected in a period. */
record VendorsParameters(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor) {

  ListVendors query() {
    return new ListVendors(new Period(from, to), Pages.of(limit, cursor));
  }
}
