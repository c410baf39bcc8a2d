package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How much of a figure a channel shows.
 *
 * @param onlyLeft at or under this many units the state is {@code only-n-left}, and one unit is the
 *     {@code last-item}; absent means 0: never
 * @param limited at or under this many units, and above {@code onlyLeft}, the state is {@code
 *     limited-availability}; absent means never
 * @param hideAtOrBelow so many units, or fewer, are shown and offered as none; absent means 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Exposure(
    Shown shown, @Nullable Long onlyLeft, @Nullable Long limited, @Nullable Long hideAtOrBelow) {
  /** Every figure as it is. */
  public static final Exposure EXACT = new Exposure(Shown.EXACT, null, null, null);

  /** What of the figure is shown. */
  public enum Shown {
    /** The number. */
    @JsonProperty("exact")
    EXACT,
    /** A state in the place of the number. */
    @JsonProperty("banded")
    BANDED,
    /** The item is not in the channel at all. */
    @JsonProperty("none")
    NONE
  }

  /** At or under which the number of units left is the state. */
  public long onlyLeftAt() {
    return onlyLeft == null ? 0 : onlyLeft;
  }

  /** At or under which it is limited. */
  public long limitedAt() {
    return limited == null ? 0 : limited;
  }

  /** At or under which none is offered. */
  public long hiddenAt() {
    return hideAtOrBelow == null ? 0 : hideAtOrBelow;
  }
}
