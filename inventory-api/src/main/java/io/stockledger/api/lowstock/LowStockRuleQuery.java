package io.stockledger.api.lowstock;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Page;
import io.stockledger.api.Query;

/** What may be asked about rules on low stock. */
public sealed interface LowStockRuleQuery<V extends View> extends Query<V> {
  /** One of them, and how far it is carried out. Unknown: {@code unknown-rule}. */
  record FindLowStockRule(String rule) implements LowStockRuleQuery<LowStockRuleView> {}

  /** All of them, by id. */
  record ListLowStockRules(Page page) implements LowStockRuleQuery<LowStockRulesView> {}

  /**
   * Items whose threshold is not yet what the rules say.
   *
   * @param limit how many at most
   */
  record FindDueThresholds(int limit) implements LowStockRuleQuery<DueThresholdsView> {}
}
