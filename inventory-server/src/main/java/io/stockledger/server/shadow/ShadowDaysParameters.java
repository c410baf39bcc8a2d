package io.stockledger.server.shadow;

import io.stockledger.outgoing.shadow.Shadows;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Over how many days.
 *
 * @param days of UTC, the last of them today; none means 7
 */
record ShadowDaysParameters(@Nullable @Min(1) @Max(Shadows.DAYS_KEPT) Long days) {
  int daysOrDefault() {
    return (int) (days == null ? 7 : days);
  }
}
