package io.stockledger.api.lowstock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule on low stock, and how far it is carried out. */
public record LowStockRuleView(
    @JsonUnwrapped LowStockRuleCard rule,
    Progress progress,
    long position,
    Instant asOf,
    String stamp)
    implements View {

  /**
   * What a rule says.
   *
   * @param location absent for every location
   * @param skus empty for every product
   * @param low absent where it says nothing any more
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LowStockRuleCard(
      String rule,
      @Nullable String location,
      List<String> skus,
      @Nullable Long low,
      @Nullable Long restored,
      long version,
      Instant recordedAt) {}

  /**
   * Items that the rule is about, apart by what became of them.
   *
   * @param matched all of them
   * @param applied they have the threshold of the rule
   * @param own they have one of their own, and keep it
   * @param otherRule another rule goes before this one
   * @param waiting their turn will come
   */
  public record Progress(long matched, long applied, long own, long otherRule, long waiting) {}
}
