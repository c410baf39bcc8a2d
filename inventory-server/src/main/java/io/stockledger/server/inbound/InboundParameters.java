package io.stockledger.server.inbound;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.inbound.InboundQuery.ListInbound;
import io.stockledger.api.inbound.InboundState;
import io.stockledger.server.read.Pages;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which inbounds: those that fit everything that is given. */
record InboundParameters(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String vendor,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String sku,
    @Nullable InboundState state,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String cohort,
    @Nullable Boolean overdue,
    @Nullable LocalDate expectedBefore,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor) {

  ListInbound query() {
    return new ListInbound(
        vendor,
        location,
        sku,
        state,
        cohort,
        Boolean.TRUE.equals(overdue),
        expectedBefore,
        Pages.of(limit, cursor));
  }
}
