package io.stockledger.server.shadow;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.stock.ItemId;
import io.stockledger.outgoing.shadow.ShadowDifference;
import io.stockledger.outgoing.shadow.Shadows;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which differences.
 *
 * @param days of UTC, the last of them today; none means 7
 * @param location only items there
 */
record ShadowParameters(
    @Nullable @Min(1) @Max(Shadows.DAYS_KEPT) Long days,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = 200) String cursor) {
  private static final long DAYS = 7;
  private static final String FORM = "[0-9]{1,18}/[^/]{1,64}/[^/]{1,64}";

  int daysOrDefault() {
    return (int) (days == null ? DAYS : days);
  }

  int limitOrDefault() {
    return limit == null ? Page.DEFAULT_LIMIT : limit.intValue();
  }

  Shadows.@Nullable After after() {
    if (cursor == null) {
      return null;
    }
    if (!cursor.matches(FORM)) {
      throw Faults.one("cursor", "is not one that this list gave out", cursor);
    }
    String[] parts = cursor.split("/", -1);
    return new Shadows.After(Long.parseLong(parts[0]), new ItemId(parts[1], parts[2]));
  }

  static String cursor(ShadowDifference last) {
    return last.largest() + "/" + last.location() + "/" + last.sku();
  }
}
