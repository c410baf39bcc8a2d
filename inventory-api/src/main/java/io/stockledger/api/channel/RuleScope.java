package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.product.VelocityClass;
import org.jspecify.annotations.Nullable;

/**
 * Which items a rule is about: those that are all that is named. With nothing named, every item.
 *
 * @param category a category path; what is below it belongs to it
 * @param group a group that the location belongs to, by whichever way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleScope(
    @Nullable String sku,
    @Nullable String location,
    @Nullable String category,
    @Nullable String tag,
    @Nullable VelocityClass velocityClass,
    @Nullable String group,
    @Nullable LocationKind locationKind) {
  /** Every item. */
  public static final RuleScope EVERYTHING =
      new RuleScope(null, null, null, null, null, null, null);
}
