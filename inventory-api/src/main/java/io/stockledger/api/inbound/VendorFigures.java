package io.stockledger.api.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor keeps its word. A line is settled when nothing of it is expected any more; lines
 * that were cancelled whole are left out everywhere. Ordered is what a line states, without what
 * was cancelled.
 *
 * @param inbounds purchase orders and shipping notices
 * @param lines of these, open and settled ones
 * @param shortLines lines of which units were given up as missing
 * @param damagedLines lines of which damaged units came
 * @param excessLines lines of which more came than was expected
 * @param movedLines lines whose last day is another than was announced first
 * @param ordered units of settled lines
 * @param received units that came of settled lines, in any condition
 * @param quantityAccuracy over settled lines: 1 − the sum of |received − ordered| ÷ ordered, not
 *     below 0; 4 decimals, half up; absent where nothing is settled
 * @param fillRate over settled and overdue lines: units that came by the day stated when they came
 *     ÷ ordered; 4 decimals, half up; absent where there are none
 * @param daysLate over settled lines of which something came; absent where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VendorFigures(
    String vendor,
    long inbounds,
    long lines,
    long openLines,
    long overdueLines,
    long settledLines,
    long shortLines,
    long damagedLines,
    long excessLines,
    long movedLines,
    long ordered,
    long received,
    @Nullable BigDecimal quantityAccuracy,
    @Nullable BigDecimal fillRate,
    @Nullable Deviation daysLate) {
  /**
   * The day of the last units of a line less the day that was stated then; negative is early.
   *
   * @param mean 2 decimals, half away from 0
   * @param median the smallest that half of the lines do not exceed, whole days
   * @param p90 the smallest that nine of ten lines do not exceed, whole days
   */
  public record Deviation(BigDecimal mean, long median, long p90) {}

  /** Of one that had no lines. */
  public static VendorFigures none(String vendor) {
    return new VendorFigures(vendor, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null);
  }
}
