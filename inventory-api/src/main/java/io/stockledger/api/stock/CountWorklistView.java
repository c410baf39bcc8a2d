package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import io.stockledger.api.product.VelocityClass;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to count next at a location, and why: what was never counted first, then by score.
 *
 * @param location whose worklist it is
 */
public record CountWorklistView(
    String location, List<ToCount> items, long position, Instant asOf, String stamp)
    implements View {
  /**
   * An item to count.
   *
   * @param score the sum of its reasons, 0 to 110
   * @param lastCountedAt when people counted it last, absent where they never did
   * @param meanVariance units by which the last counts and totals, at most five, were off on
   *     average, without sign; absent where there were none
   * @param pickedIn30Days units
   * @param velocityClass of the product, absent where the registry says nothing
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ToCount(
      String location,
      String sku,
      double score,
      Reasons reasons,
      long onHand,
      @Nullable Instant lastCountedAt,
      @Nullable Double meanVariance,
      long pickedIn30Days,
      @Nullable VelocityClass velocityClass,
      long openDiscrepancies) {}

  /**
   * What the score is made of.
   *
   * @param age of the last count, 0 to 40; 40 for none
   * @param variance of past counts and totals, 0 to 20
   * @param velocity of its picks, 0 to 20
   * @param velocityClass of the product, 0 to 10
   * @param discrepancies that are open, 0 to 20
   */
  public record Reasons(
      double age, double variance, double velocity, double velocityClass, double discrepancies) {}
}
