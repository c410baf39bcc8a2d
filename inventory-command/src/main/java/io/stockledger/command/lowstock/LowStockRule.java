package io.stockledger.command.lowstock;

import io.stockledger.api.lowstock.LowStockRuleEvent;
import io.stockledger.api.lowstock.LowStockRuleEvent.LowStockRuleSet;
import io.stockledger.api.lowstock.PutLowStockRule;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says is low.
 *
 * @param version how many entries it evolved from, from 1
 * @param lastRecordedAt when the last of them was recorded
 */
public record LowStockRule(
    String rule,
    @Nullable String location,
    List<String> skus,
    @Nullable Long low,
    @Nullable Long restored,
    long version,
    Instant lastRecordedAt) {

  /** What putting it records; nothing when it says that already. */
  static @Nullable LowStockRuleEvent decide(
      @Nullable LowStockRule before, PutLowStockRule command, Instant now) {
    return before != null && before.says(command)
        ? null
        : new LowStockRuleSet(
            command.rule(),
            command.location(),
            command.skus(),
            command.low(),
            command.restored(),
            now,
            now);
  }

  static LowStockRule evolve(@Nullable LowStockRule before, LowStockRuleEvent event) {
    long version = before == null ? 1 : before.version + 1;
    return switch (event) {
      case LowStockRuleSet e ->
          new LowStockRule(
              e.rule(), e.location(), e.skus(), e.low(), e.restored(), version, e.recordedAt());
    };
  }

  private boolean says(PutLowStockRule command) {
    return Objects.equals(location, command.location())
        && skus.equals(command.skus())
        && Objects.equals(low, command.low())
        && Objects.equals(restored, command.restored());
  }
}
