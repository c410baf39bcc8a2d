package io.stockledger.api.stock;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Page;
import io.stockledger.api.Query;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What may be asked about disagreements of shelf and book. */
public sealed interface DiscrepancyQuery<V extends View> extends Query<V> {
  /** One of them. Unknown: {@code unknown-discrepancy}. */
  record FindDiscrepancy(String discrepancyId) implements DiscrepancyQuery<DiscrepancyView> {}

  /**
   * Those that fit everything that is given, the oldest first.
   *
   * @param olderThan flagged at least so long before the moment of the read
   */
  record ListDiscrepancies(
      @Nullable String location,
      @Nullable String sku,
      @Nullable DiscrepancyState state,
      @Nullable String cause,
      @Nullable String reason,
      @Nullable Duration olderThan,
      Page page)
      implements DiscrepancyQuery<DiscrepanciesView> {}

  /**
   * How many are open, since when, where and why, and how long it takes to settle them.
   *
   * @param location only there, none for everywhere
   */
  record SumDiscrepancies(@Nullable String location)
      implements DiscrepancyQuery<DiscrepancySummaryView> {}
}
