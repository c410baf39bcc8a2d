package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Units that a channel keeps back, so that what is uncertain is not promised: a number of units, or
 * a part of what is good on hand.
 *
 * @param units kept back, from 0; absent where a per cent is given
 * @param perCent of good on hand, 0 to 100, rounded to the nearest unit, a half up: 10 per cent of
 *     4 are 0, of 5 are 1. So a per cent does not always hide the last unit
 * @param least the fewest units a per cent keeps back; absent means 0
 * @param most the most units a per cent keeps back; absent means no limit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Buffer(
    @Nullable Long units, @Nullable Long perCent, @Nullable Long least, @Nullable Long most) {
  /** Nothing is kept back. */
  public static final Buffer NONE = new Buffer(0L, null, null, null);

  /** Units kept back of an item. */
  public long of(long good) {
    if (perCent == null) {
      return units == null ? 0 : units;
    }
    // good is at most 10^15, so that this stays within 64 bits
    long part = (good * perCent + 50) / 100;
    long atLeast = Math.max(part, least == null ? 0 : least);
    return most == null ? atLeast : Math.min(atLeast, most);
  }
}
