package io.stockledger.promise;

import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.product.ProductTraits;
import io.stockledger.api.product.VelocityClass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rules and switches look at of an item: its product and its place, as the registry knows
 * them.
 *
 * @param groups all that the location belongs to, by whichever way
 * @param retired its product or its location is out of use
 */
public record Subject(
    String sku,
    @Nullable String categoryPath,
    @Nullable VelocityClass velocityClass,
    List<String> tags,
    String location,
    LocationKind locationKind,
    Set<String> groups,
    boolean retired) {

  public static Subject of(
      String sku,
      ProductTraits product,
      String location,
      LocationKind kind,
      Set<String> groups,
      boolean retired) {
    List<String> tags = product.tags();
    return new Subject(
        sku,
        product.categoryPath(),
        product.velocityClass(),
        tags == null ? List.of() : tags,
        location,
        kind,
        groups,
        retired);
  }

  /**
   * All that a location belongs to.
   *
   * @param traitsOf of the groups that are locations themselves; null for those that are not
   */
  public static Set<String> groups(
      LocationTraits traits, Function<String, @Nullable LocationTraits> traitsOf) {
    Set<String> found = new LinkedHashSet<>();
    Deque<LocationTraits> open = new ArrayDeque<>(List.of(traits));
    while (!open.isEmpty()) {
      List<String> named = open.pop().groups();
      for (String group : named == null ? List.<String>of() : named) {
        LocationTraits above = found.add(group) ? traitsOf.apply(group) : null;
        if (above != null) {
          open.push(above);
        }
      }
    }
    return found;
  }

  /** Whether a rule is about it. */
  public boolean isIn(RuleScope scope) {
    return isNothingOr(scope.sku(), sku)
        && isNothingOr(scope.location(), location)
        && isOfCategory(scope.category())
        && (scope.tag() == null || tags.contains(scope.tag()))
        && (scope.velocityClass() == null || scope.velocityClass() == velocityClass)
        && (scope.group() == null || groups.contains(scope.group()))
        && (scope.locationKind() == null || scope.locationKind() == locationKind);
  }

  boolean isIn(SwitchScope scope) {
    return isNothingOr(scope.location(), location)
        && isOfCategory(scope.category())
        && (scope.group() == null || groups.contains(scope.group()));
  }

  private static boolean isNothingOr(@Nullable String named, String own) {
    return named == null || named.equals(own);
  }

  private boolean isOfCategory(@Nullable String category) {
    return category == null
        || (categoryPath != null
            && (categoryPath.equals(category) || categoryPath.startsWith(category + "/")));
  }
}
