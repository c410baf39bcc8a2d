package io.stockledger.server.audit;

import io.stockledger.api.Page;
import io.stockledger.server.read.Pages;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A whole location at a moment. */
record PlaceMomentParameters(
    @NotNull Instant at,
    MomentParameters.@Nullable ClockWord clock,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor) {

  Page page() {
    return Pages.of(limit, cursor);
  }
}
