package io.stockledger.api.lowstock;

import io.stockledger.api.Answer.View;
import io.stockledger.api.stock.ItemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items whose threshold is not yet what the rules say. */
public record DueThresholdsView(List<DueThreshold> items, long position, Instant asOf, String stamp)
    implements View {
  /**
   * @param rule that says so, or said so before
   * @param low absent where no rule says anything of the item any more
   */
  public record DueThreshold(
      ItemId item, String rule, @Nullable Long low, @Nullable Long restored) {}
}
