package io.stockledger.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer may come and fetch it.
 *
 * @param failed why not: {@code not-offered} by the rule, by a switch or at all, {@code
 *     out-of-stock}, {@code freshness} of the place, {@code count-age} of the item; empty where it
 *     is possible
 */
public record Pickup(boolean possible, List<String> failed) {
  private static final Pickup POSSIBLE = new Pickup(true, List.of());

  static final String NOT_OFFERED = "not-offered";
  static final String OUT_OF_STOCK = "out-of-stock";
  static final String FRESHNESS = "freshness";
  static final String COUNT_AGE = "count-age";

  /**
   * @param open the channel has it, and no switch has taken it away
   * @param sure the place is heard of, and not for too long ago
   */
  static Pickup of(Terms terms, boolean open, boolean sure, long units, Stock stock, Instant now) {
    List<String> failed = new ArrayList<>(0);
    if (!open || !terms.pickup()) {
      failed.add(NOT_OFFERED);
    }
    if (units == 0) {
      failed.add(OUT_OF_STOCK);
    }
    if (!sure) {
      failed.add(FRESHNESS);
    }
    Instant due = countDue(terms, stock);
    if (terms.countedWithin() != null && (due == null || !due.isAfter(now))) {
      failed.add(COUNT_AGE);
    }
    return failed.isEmpty() ? POSSIBLE : new Pickup(false, List.copyOf(failed));
  }

  /** Whether units are there, and only their certainty is not. */
  boolean isUncertainOnly() {
    return !possible && !failed.contains(NOT_OFFERED) && !failed.contains(OUT_OF_STOCK);
  }

  /** Until when the last count is young enough. */
  static @Nullable Instant countDue(Terms terms, Stock stock) {
    Instant counted = stock.lastCountAt();
    return terms.countedWithin() == null || counted == null
        ? null
        : counted.plus(terms.countedWithin());
  }
}
