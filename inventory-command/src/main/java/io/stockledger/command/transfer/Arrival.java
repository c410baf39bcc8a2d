package io.stockledger.command.transfer;

import io.stockledger.api.stock.Condition;
import io.stockledger.api.transfer.TransferReason;
import io.stockledger.command.transfer.Transfer.Line;
import io.stockledger.command.transfer.Transfer.Share;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a line, against what is in transit of it. What is in transit is filled in the order
 * of the conditions, good ones first; what is left over is excess.
 *
 * @param came what is said to have come, none of it 0
 * @param own the reason that is given for this line
 * @param landings one for each part that it concerns
 * @param beyond excess by condition
 */
record Arrival(
    Line line,
    Map<Condition, Long> came,
    @Nullable TransferReason own,
    List<Landing> landings,
    Map<Condition, Long> beyond,
    long inTransit) {

  /** What came of the line's share in a part. */
  record Landing(String part, Map<Condition, Long> received, long missing, long excess) {}

  /**
   * @param shares what may arrive, in the order in which it left
   * @param settles what of them does not come is given up
   * @param last the part that an excess is told with
   */
  static Arrival of(
      Line line,
      Map<Condition, Long> stated,
      @Nullable TransferReason own,
      List<Share> shares,
      boolean settles,
      @Nullable String last) {
    Map<Condition, Long> left = new EnumMap<>(Condition.class);
    stated.forEach(
        (condition, units) -> {
          if (units > 0) {
            left.put(condition, units);
          }
        });
    Map<Condition, Long> came = Collections.unmodifiableMap(new EnumMap<>(left));
    List<Landing> landings = new ArrayList<>();
    for (Share share : shares) {
      Map<Condition, Long> taken = take(left, share.inTransit());
      long missing = settles ? share.inTransit() - sum(taken) : 0;
      if (!taken.isEmpty() || missing > 0) {
        landings.add(new Landing(share.part(), taken, missing, 0));
      }
    }
    if (!left.isEmpty() && last != null) {
      tellExcess(landings, last, sum(left));
    }
    long inTransit = shares.stream().mapToLong(Share::inTransit).sum();
    return new Arrival(
        line, came, own, List.copyOf(landings), Collections.unmodifiableMap(left), inTransit);
  }

  /** With the last of what came, or by itself. */
  private static void tellExcess(List<Landing> landings, String part, long excess) {
    Landing with = landings.isEmpty() ? new Landing(part, Map.of(), 0, 0) : landings.removeLast();
    landings.add(new Landing(with.part(), with.received(), with.missing(), excess));
  }

  /** Takes up to so many units out of what is left. */
  private static Map<Condition, Long> take(Map<Condition, Long> left, long most) {
    Map<Condition, Long> taken = new EnumMap<>(Condition.class);
    long open = most;
    for (Condition condition : Condition.values()) {
      long units = Math.min(open, left.getOrDefault(condition, 0L));
      if (units > 0) {
        taken.put(condition, units);
        left.compute(condition, (key, n) -> n == null || n == units ? null : n - units);
        open -= units;
      }
    }
    return Collections.unmodifiableMap(taken);
  }

  private static long sum(Map<Condition, Long> units) {
    return units.values().stream().mapToLong(Long::longValue).sum();
  }

  long stated() {
    return sum(came);
  }

  long missing() {
    return landings.stream().mapToLong(Landing::missing).sum();
  }

  long excess() {
    return sum(beyond);
  }

  /** Its own, or the common one where something differs. */
  @Nullable TransferReason reason(@Nullable TransferReason common) {
    return own == null && (missing() > 0 || excess() > 0) ? common : own;
  }
}
