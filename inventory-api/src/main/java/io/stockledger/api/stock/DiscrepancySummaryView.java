package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is open, and how long it took to settle the rest.
 *
 * @param open not settled, those that wait for a manager included
 * @param awaitingApproval of these, those that wait for a manager
 * @param byAge open ones by the time since they were flagged, the youngest first; every band is
 *     there
 * @param byLocation open ones, the most first, at most 100
 * @param byCause open ones, the most first, at most 100
 * @param closed how many were settled
 * @param medianSeconds from flag to close, over all that were settled; absent for none
 * @param p95Seconds within which 95 of 100 were settled; absent for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiscrepancySummaryView(
    long open,
    long awaitingApproval,
    List<Band> byAge,
    List<Share> byLocation,
    List<Share> byCause,
    long closed,
    @Nullable Long medianSeconds,
    @Nullable Long p95Seconds,
    long position,
    Instant asOf,
    String stamp)
    implements View {

  /**
   * @param from hours since it was flagged
   * @param below hours, absent for the last band
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Band(long from, @Nullable Long below, long open) {}

  /** How many of them are at a location, or have a cause. */
  public record Share(String name, long open) {}
}
