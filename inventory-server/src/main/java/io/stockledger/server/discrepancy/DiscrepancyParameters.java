package io.stockledger.server.discrepancy;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.stock.DiscrepancyQuery.ListDiscrepancies;
import io.stockledger.api.stock.DiscrepancyState;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.read.Pages;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Which discrepancies: those that fit everything that is given. */
record DiscrepancyParameters(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String sku,
    @Nullable DiscrepancyState state,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String cause,
    @Nullable @Size(min = 1, max = 32) String reason,
    @Nullable Duration olderThan,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor)
    implements Checked {
  @Override
  public void check(Faults faults, String path) {
    if (olderThan != null && olderThan.isNegative()) {
      faults.add(path + "olderThan", "must not be negative", olderThan);
    }
  }

  ListDiscrepancies query() {
    return new ListDiscrepancies(
        location, sku, state, cause, reason, olderThan, Pages.of(limit, cursor));
  }
}
