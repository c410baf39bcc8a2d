package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a channel may offer of one SKU, at a location or over several. What each field means, and
 * which state comes when: {@code docs/promises.md}.
 *
 * @param sku absent where the answer is about one SKU
 * @param location absent where it is over all of the channel's
 * @param state absent only with {@code unknown}
 * @param why which row of the decision table gave the state; absent over several locations
 * @param sellable units that a customer may be told of; absent where only the state is
 * @param left the number in {@code only-n-left} and {@code last-item}
 * @param on the date of a backorder, a pre-order, or the next arrival
 * @param pickup whether customers may come and fetch it
 * @param confidence from 0 to 1, how sure it is; over several locations the least of those that
 *     offer it
 * @param rule that gave the figure: its buffer, exposure or cap; {@code default} for none
 * @param version of the item's last entry; absent over several locations
 * @param position of the item's last entry; absent over several locations
 * @param near where it is, for a question about a neighbourhood
 * @param unknown why nothing is said, such as {@code unknown-item}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferLine(
    @Nullable String sku,
    @Nullable String location,
    @Nullable OfferState state,
    @Nullable String why,
    @Nullable Long sellable,
    @Nullable Long left,
    @Nullable LocalDate on,
    @Nullable Boolean pickup,
    @Nullable Double confidence,
    @Nullable String rule,
    @Nullable Long version,
    @Nullable Long position,
    @Nullable Detail detail,
    @Nullable Near near,
    @Nullable String unknown) {
  /** A line that says why there is nothing to say. */
  public static OfferLine unknown(String sku, @Nullable String location, String why) {
    return new OfferLine(
        sku, location, null, null, null, null, null, null, null, null, null, null, null, null, why);
  }

  /** The same, under the name of its SKU, or without it. */
  public OfferLine of(@Nullable String otherSku, @Nullable String otherLocation) {
    return new OfferLine(
        otherSku,
        otherLocation,
        state,
        why,
        sellable,
        left,
        on,
        pickup,
        confidence,
        rule,
        version,
        position,
        detail,
        near,
        unknown);
  }

  /** The same, with where it is. */
  public OfferLine at(Near place) {
    return new OfferLine(
        sku,
        location,
        state,
        why,
        sellable,
        left,
        on,
        pickup,
        confidence,
        rule,
        version,
        position,
        detail,
        place,
        unknown);
  }

  /**
   * How it came about.
   *
   * @param pickupFailed which signals speak against pickup; empty where it is possible
   * @param confidence the four parts, each from 0 to 1
   * @param freshness of the place: {@code on-time}, {@code late}, {@code old} or {@code silent}
   * @param sources that are expected to report
   * @param switchId of the off switch that took something away
   * @param explained the arithmetic; only where it was asked for
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Detail(
      List<String> pickupFailed,
      Parts confidence,
      String freshness,
      List<SourceWord> sources,
      @Nullable String switchId,
      @Nullable Explained explained) {}

  /** What the confidence is the product of. */
  public record Parts(
      double freshness, double countAge, double countAccuracy, double discrepancies) {}

  /**
   * A source that is expected to report.
   *
   * @param staleSince since when it is overdue; absent while it keeps its time
   * @param lastHeardAt its last word before it was overdue
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SourceWord(
      String source,
      String freshness,
      @Nullable Instant staleSince,
      @Nullable Instant lastHeardAt) {}

  /**
   * The arithmetic.
   *
   * @param units of what is there, after buffer, hiding and listing cap
   * @param allowance what may be promised beyond, by backorder or pre-order
   * @param sellable what a reservation is guarded by
   * @param rules which rule gave which field
   * @param text all of it in a sentence
   */
  public record Explained(
      long good,
      long reserved,
      long setAside,
      long available,
      long buffer,
      boolean hidden,
      long units,
      long allowance,
      long sellable,
      SortedMap<String, String> rules,
      String text) {}

  /**
   * Where the location is, seen from where was asked.
   *
   * @param metres from there
   * @param takes how long goods typically travel from the location to those that are not named
   * @param cutOff until when on this day, in the location's time zone, what is ordered leaves the
   *     same day, {@code HH:mm}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Near(long metres, @Nullable Duration takes, @Nullable String cutOff) {}
}
