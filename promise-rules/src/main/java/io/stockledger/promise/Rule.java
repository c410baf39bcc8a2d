package io.stockledger.promise;

import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.channel.RuleTerms;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A rule of a channel. */
public record Rule(String id, RuleScope scope, RuleTerms terms) {
  /**
   * The most specific first: a rule that names the SKU before one that does not; among equals in
   * that, one that names the location, then the category (the deeper before the wider), tag,
   * velocity class, group and kind of location, in this order; at last the first by id.
   */
  static final Comparator<Rule> MOST_SPECIFIC_FIRST =
      Comparator.comparing((Rule rule) -> rule.scope.sku() != null)
          .thenComparing(rule -> rule.scope.location() != null)
          .thenComparingInt(rule -> depth(rule.scope.category()))
          .thenComparing(rule -> rule.scope.tag() != null)
          .thenComparing(rule -> rule.scope.velocityClass() != null)
          .thenComparing(rule -> rule.scope.group() != null)
          .thenComparing(rule -> rule.scope.locationKind() != null)
          .reversed()
          .thenComparing(Rule::id);

  /** How many steps a category path has; 0 where none is named. */
  private static int depth(@Nullable String category) {
    return category == null ? 0 : 1 + (int) category.chars().filter(c -> c == '/').count();
  }
}
