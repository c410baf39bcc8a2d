package io.stockledger.server.channel;

import io.stockledger.api.channel.ChannelCommand.PutChannelRule;
import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.channel.RuleTerms;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.http.Checked;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule of a channel says, in whole; what it does not say is left to less specific rules.
 * Every duration is at least a second and at most ten years.
 *
 * @param scope which items it is about; none means every item
 */
public record RuleRequest(
    @Nullable @Valid RuleScopeRequest scope,
    @Nullable @Valid BufferRequest buffer,
    @Nullable @Valid ExposureRequest exposure,
    @Nullable @Min(1) @Max(Figures.MAX_QUANTITY) Long listingCap,
    @Nullable Duration freshFor,
    @Nullable Duration fallbackAfter,
    @Nullable OfferState fallback,
    @Nullable Boolean pickup,
    @Nullable Duration countedWithin,
    @Nullable Duration reservationWindow,
    @Nullable @Valid BackorderRequest backorder,
    @Nullable @Valid PreOrderRequest preOrder,
    @Nullable @Min(0) @Max(1_000) Long confirmBelowPerMille,
    @Nullable Boolean limitedInTransition,
    @Nullable @Min(1) @Max(20_040_000) Long nearbyWithin,
    @Nullable @Size(min = 1, max = 500) String why)
    implements Checked {
  /** What holds for an item is read under that name. */
  private static final String RESERVED = "effective";

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(3_650);

  /** What may be said of a place that is silent. */
  private static final Set<OfferState> FALLBACKS =
      EnumSet.of(
          OfferState.LIMITED_AVAILABILITY,
          OfferState.STORE_CONFIRMATION_REQUIRED,
          OfferState.SYNCING,
          OfferState.TEMPORARILY_UNAVAILABLE,
          OfferState.OUT_OF_STOCK);

  private static final String FALLBACK_WORDS =
      String.join(
          ", ",
          List.of(
              "limited-availability",
              "store-confirmation-required",
              "syncing",
              "temporarily-unavailable",
              "out-of-stock"));

  @Override
  public void check(Faults faults, String path) {
    checkDuration("freshFor", freshFor, faults);
    checkDuration("fallbackAfter", fallbackAfter, faults);
    checkDuration("countedWithin", countedWithin, faults);
    checkDuration("reservationWindow", reservationWindow, faults);
    if (freshFor != null
        && fallbackAfter != null
        && freshFor.compareTo(fallbackAfter) > 0
        && !faults.knows("freshFor")
        && !faults.knows("fallbackAfter")) {
      faults.add("fallbackAfter", "must not be shorter than freshFor", fallbackAfter);
    }
    if (fallback != null && !FALLBACKS.contains(fallback)) {
      faults.add("fallback", "must be one of " + FALLBACK_WORDS, fallback);
    }
    if (buffer != null) {
      buffer.check(faults);
    }
    if (exposure != null) {
      exposure.check(faults);
    }
    if (backorder != null) {
      backorder.check(faults);
    }
  }

  private static void checkDuration(String field, @Nullable Duration given, Faults faults) {
    if (given != null && (given.compareTo(SHORTEST) < 0 || given.compareTo(LONGEST) > 0)) {
      faults.add(field, "must be from a second to 3650 days", given);
    }
  }

  /**
   * @throws io.stockledger.server.problem.ProblemException {@code invalid-request} for an id under
   *     which an address of its own stands
   */
  PutChannelRule command(String channel, String rule, Write write) {
    if (rule.equals(RESERVED)) {
      throw Faults.one("rule", "is a reserved name", rule);
    }
    return new PutChannelRule(channel, rule, about(), terms(), why, write.ifVersion());
  }

  /** Which items it is about. */
  public RuleScope about() {
    return scope == null ? RuleScope.EVERYTHING : scope.scope();
  }

  public RuleTerms terms() {
    return new RuleTerms(
        buffer == null ? null : buffer.buffer(),
        exposure == null ? null : exposure.exposure(),
        listingCap,
        freshFor,
        fallbackAfter,
        fallback,
        pickup,
        countedWithin,
        reservationWindow,
        backorder == null ? null : backorder.backorder(),
        preOrder == null ? null : preOrder.preOrder(),
        confirmBelowPerMille,
        limitedInTransition,
        nearbyWithin);
  }
}
