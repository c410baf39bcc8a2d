package io.stockledger.server.changes;

import io.stockledger.api.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How many are listed: what is under way and waits comes first, then what is through, the newest
 * first.
 *
 * @param limit so many at most
 */
record RecomputationParameters(@Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit) {
  int limitOrDefault() {
    return limit == null ? Page.DEFAULT_LIMIT : limit.intValue();
  }
}
