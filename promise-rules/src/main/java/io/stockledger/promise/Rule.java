package io.stockledger.promise;

import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.channel.RuleTerms;
import java.util.Comparator;

/** A rule of a channel. */
public record Rule(String id, RuleScope scope, RuleTerms terms) {
  /**
   * The most specific first: a rule that names the SKU before one that does not, then location,
   * category (the deeper before the wider), tag, velocity class, group and kind of location in this
   * order; among equals the first by id.
   */
  static final Comparator<Rule> MOST_SPECIFIC_FIRST =
      Comparator.comparingInt((Rule rule) -> weight(rule.scope))
          .thenComparingInt(rule -> depth(rule.scope))
          .reversed()
          .thenComparing(Rule::id);

  private static int weight(RuleScope scope) {
    return (scope.sku() == null ? 0 : 64)
        + (scope.location() == null ? 0 : 32)
        + (scope.category() == null ? 0 : 16)
        + (scope.tag() == null ? 0 : 8)
        + (scope.velocityClass() == null ? 0 : 4)
        + (scope.group() == null ? 0 : 2)
        + (scope.locationKind() == null ? 0 : 1);
  }

  private static int depth(RuleScope scope) {
    String category = scope.category();
    return category == null ? 0 : (int) category.chars().filter(c -> c == '/').count();
  }
}
