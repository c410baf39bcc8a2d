package io.stockledger.api.device;

import io.stockledger.api.Outcome;
import io.stockledger.api.Refusal;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery.
 *
 * @param version of the device's last entry
 * @param skewMillis as it was last measured
 * @param next the sequence that is expected next
 * @param waiting how many lines wait
 * @param gaps what they wait for, the first 100
 * @param passed what did not come in time and is still missing, the last 100
 * @param lines by sequence: those that arrived, and those that waited and were settled with them
 */
public record DeviceOutcome(
    String device,
    long version,
    Instant recordedAt,
    @Nullable Long skewMillis,
    long next,
    int waiting,
    List<OpenGap> gaps,
    List<Gap> passed,
    List<LineAfter> lines)
    implements Outcome {

  /**
   * A gap that lines wait for.
   *
   * @param since when the first of them came
   * @param passedAt when they wait no longer
   */
  public record OpenGap(long from, long to, Instant since, Instant passedAt) {}

  /**
   * @param first what became of it the first time, where it is known; absent where that is so long
   *     ago that only the fact is known
   * @param version the item's, after it
   * @param figures the item's, after it; absent for repeats and what is refused
   * @param refusal that it met; absent for repeats
   * @param problem the type of that refusal
   */
  public record LineAfter(
      long sequence,
      LineOutcome outcome,
      @Nullable LineOutcome first,
      ItemId item,
      @Nullable Long version,
      @Nullable Figures figures,
      @Nullable Refusal refusal,
      @Nullable String problem,
      @Nullable String discrepancyId,
      boolean late,
      @Nullable Instant waitedSince) {}
}
