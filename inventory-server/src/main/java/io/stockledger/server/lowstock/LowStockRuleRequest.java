package io.stockledger.server.lowstock;

import io.stockledger.api.Identifiers;
import io.stockledger.api.lowstock.PutLowStockRule;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.http.Checked;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is low for many items, in whole: without {@code low} the rule says nothing any more.
 *
 * @param location of which items; none means every location
 * @param skus of which products; none means every one, which needs a location
 * @param low available units at or below which they are low
 * @param restored available units from which on they have enough again; none means one above low
 */
record LowStockRuleRequest(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable @Size(min = 1, max = PutLowStockRule.MOST_SKUS)
        List<@Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> skus,
    @Nullable @Min(0) @Max(Figures.MAX_QUANTITY) Long low,
    @Nullable @Min(1) @Max(Figures.MAX_QUANTITY + 1) Long restored)
    implements Checked {
  @Override
  public void check(Faults faults, String path) {
    if (location == null && skus == null && !faults.knows("location") && !faults.knows("skus")) {
      faults.add("location", "is needed where no skus are named", null);
    }
    if (restored != null
        && !faults.knows("low")
        && !faults.knows("restored")
        && (low == null || restored <= low)) {
      faults.add("restored", "must be above low", restored);
    }
  }

  PutLowStockRule command(String rule, Write write) {
    return new PutLowStockRule(
        rule,
        location,
        skus == null ? List.of() : skus.stream().distinct().toList(),
        low,
        low == null ? null : (Long) (restored == null ? low + 1 : restored),
        write.ifVersion());
  }
}
