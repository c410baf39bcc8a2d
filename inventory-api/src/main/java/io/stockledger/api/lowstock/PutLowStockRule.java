package io.stockledger.api.lowstock;

import io.stockledger.api.Identifiers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Say what is low for many items, in whole. The items get their thresholds afterwards, a few at a
 * time; one that has a threshold of its own keeps it. Of several rules the one that names most
 * counts: SKUs before none, then a location before none, then the first by id.
 *
 * @param location of which items, absent for every location
 * @param skus of which products, at most {@link #MOST_SKUS}, empty for every one; without a
 *     location at least one
 * @param low available units at or below which they are low, from 0; absent where the rule says
 *     nothing any more
 * @param restored available units from which on they have enough again, above {@code low}
 * @param ifVersion the version that the sender knows
 */
public record PutLowStockRule(
    String rule,
    @Nullable String location,
    List<String> skus,
    @Nullable Long low,
    @Nullable Long restored,
    @Nullable Long ifVersion) {
  public static final int MOST_SKUS = 1_000;

  private static final String PREFIX = "low-stock-rule:";

  public PutLowStockRule {
    Identifiers.require("rule", rule);
    skus = List.copyOf(skus);
  }

  /** The name of its stream of events. */
  public static String stream(String rule) {
    return PREFIX + rule;
  }

  public static boolean isRuleStream(String stream) {
    return stream.startsWith(PREFIX);
  }
}
