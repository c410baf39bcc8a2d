package io.stockledger.api.lowstock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.EventName;
import io.stockledger.api.LedgerEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can have happened to a rule on low stock. */
public sealed interface LowStockRuleEvent extends LedgerEvent {
  String rule();

  /**
   * From now on the rule says this, in whole.
   *
   * @param location of which items, absent for every location
   * @param skus of which products, empty for every one
   * @param low available units at or below which they are low; absent where the rule says nothing
   *     any more
   * @param restored available units from which on they have enough again, above {@code low}
   */
  @EventName("low-stock-rule.set")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LowStockRuleSet(
      String rule,
      @Nullable String location,
      List<String> skus,
      @Nullable Long low,
      @Nullable Long restored,
      Instant occurredAt,
      Instant recordedAt)
      implements LowStockRuleEvent {}
}
