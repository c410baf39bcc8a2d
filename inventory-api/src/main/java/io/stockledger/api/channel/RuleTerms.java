package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says. In JSON its fields stand beside those of the rule, flat. What it does not say
 * is left to less specific rules, field by field, and at last to what holds without any rule:
 * everything that is available is offered, with its figure.
 *
 * @param listingCap no more than so many units are offered at a time, from 1
 * @param freshFor how old the last word of a place may be before figures become bands
 * @param fallbackAfter how long a place may be silent before {@code fallback} is all that is said
 * @param fallback what is said then: {@code limited-availability}, {@code
 *     store-confirmation-required}, {@code syncing}, {@code temporarily-unavailable} or {@code
 *     out-of-stock}
 * @param pickup whether customers may fetch it
 * @param countedWithin how old the last count may be for pickup
 * @param reservationWindow how long a reservation lasts that names no end itself; absent means that
 *     it has none
 * @param confirmBelowPerMille at a confidence below so many thousandths the place has to confirm
 * @param limitedInTransition while units are on their way or being picked, availability is limited
 * @param nearbyWithin how far another place may be, in metres, for {@code available-nearby}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleTerms(
    @Nullable Buffer buffer,
    @Nullable Exposure exposure,
    @Nullable Long listingCap,
    @Nullable Duration freshFor,
    @Nullable Duration fallbackAfter,
    @Nullable OfferState fallback,
    @Nullable Boolean pickup,
    @Nullable Duration countedWithin,
    @Nullable Duration reservationWindow,
    @Nullable Backorder backorder,
    @Nullable PreOrder preOrder,
    @Nullable Long confirmBelowPerMille,
    @Nullable Boolean limitedInTransition,
    @Nullable Long nearbyWithin) {
  /** Nothing is said. */
  public static final RuleTerms SILENT =
      new RuleTerms(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null);
}
