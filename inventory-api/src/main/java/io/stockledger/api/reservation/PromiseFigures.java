package io.stockledger.api.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of promises. A promise is a reservation with all its lines, or with those at one
 * location; it is as it was last changed: what a change took away is promised no more. It ends when
 * nothing of it is open, by a pick, a release or its expiry, and is then exactly one of kept, late,
 * in part, and cancelled for a reason.
 *
 * @param channel of the group; absent for promises through none, and where the group is another
 * @param location of the group, where it is one of locations
 * @param day of the group, where it is one of days
 * @param promises made in the period
 * @param open of these, those that have not ended
 * @param overdue of the open ones, those whose promised day is over
 * @param kept picked in full, by the last day that was promised with them where one was
 * @param late picked in full, after that day
 * @param inPart picked, not in full, and no reason was given for what was not
 * @param cancelled the others that ended, by the last reason that was given: a {@link
 *     ReleaseReason}, {@link #UNSTATED} or {@link #UNKNOWN}
 * @param broken late, in part, cancelled without a reason or for one that is not the customer's
 *     doing ({@link ReleaseReason#breaksPromise()})
 * @param accuracy kept ÷ (kept + broken); 4 decimals, half up; absent where both are 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromiseFigures(
    @Nullable String channel,
    @Nullable String location,
    @Nullable LocalDate day,
    long promises,
    long open,
    long overdue,
    long kept,
    long late,
    long inPart,
    SortedMap<String, Long> cancelled,
    long broken,
    @Nullable BigDecimal accuracy,
    Units units) {
  /** Nothing was picked, and no reason was given. */
  public static final String UNSTATED = "UNSTATED";

  /** The reason was not kept by an earlier version; it is once the read models were made anew. */
  public static final String UNKNOWN = "UNKNOWN";

  private static final int DECIMALS = 4;

  /**
   * The same in base units. Always {@code promised = open + picked + cancelled}.
   *
   * @param cancelled released or expired, for whichever reason
   */
  public record Units(long promised, long open, long picked, long cancelled) {}

  /**
   * How many there are.
   *
   * @param cancelled by reason
   */
  public record Counted(
      long open, long overdue, long kept, long late, long inPart, Map<String, Long> cancelled) {}

  public static PromiseFigures of(
      @Nullable String channel,
      @Nullable String location,
      @Nullable LocalDate day,
      Counted counted,
      Units units) {
    SortedMap<String, Long> cancelled = new TreeMap<>(counted.cancelled());
    long broken = counted.late() + counted.inPart();
    long gone = 0;
    for (Map.Entry<String, Long> reason : cancelled.entrySet()) {
      gone += reason.getValue();
      broken += breaks(reason.getKey()) ? reason.getValue() : 0;
    }
    long judged = counted.kept() + broken;
    return new PromiseFigures(
        channel,
        location,
        day,
        counted.open() + counted.kept() + counted.late() + counted.inPart() + gone,
        counted.open(),
        counted.overdue(),
        counted.kept(),
        counted.late(),
        counted.inPart(),
        Collections.unmodifiableSortedMap(cancelled),
        broken,
        judged == 0
            ? null
            : BigDecimal.valueOf(counted.kept())
                .divide(BigDecimal.valueOf(judged), DECIMALS, RoundingMode.HALF_UP),
        units);
  }

  private static boolean breaks(String reason) {
    return reason.equals(UNSTATED)
        || Arrays.stream(ReleaseReason.values())
            .anyMatch(one -> one.name().equals(reason) && one.breaksPromise());
  }
}
