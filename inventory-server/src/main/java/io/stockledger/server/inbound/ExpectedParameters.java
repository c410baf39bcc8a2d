package io.stockledger.server.inbound;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.inbound.InboundQuery.ListExpected;
import io.stockledger.server.read.Pages;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which units that are still expected. */
record ExpectedParameters(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String sku,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String vendor,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String cohort,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor) {

  ListExpected query() {
    return new ListExpected(location, sku, vendor, cohort, from, to, Pages.of(limit, cursor));
  }
}
