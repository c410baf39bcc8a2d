package io.stockledger.server.channel;

import io.stockledger.api.Identifiers;
import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.product.VelocityClass;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which items a rule is about: those that are all that is named. */
public record RuleScopeRequest(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String sku,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable @Size(max = 500) @Pattern(regexp = CATEGORY, message = CATEGORY_FORM) String category,
    @Nullable @Size(min = 1, max = 64) String tag,
    @Nullable VelocityClass velocityClass,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String group,
    @Nullable LocationKind locationKind) {
  static final String CATEGORY = "^[^/]+(/[^/]+)*$";
  static final String CATEGORY_FORM = "must be categories with / between, such as Home/Kitchen";

  RuleScope scope() {
    return new RuleScope(sku, location, category, tag, velocityClass, group, locationKind);
  }
}
