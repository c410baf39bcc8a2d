package io.stockledger.promise;

import io.stockledger.api.channel.Backorder;
import io.stockledger.api.channel.Buffer;
import io.stockledger.api.channel.Exposure;
import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.PreOrder;
import io.stockledger.api.channel.RuleTerms;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What holds for an item in a channel: each field by the most specific rule that says it.
 *
 * @param rules which rule gave which field, by the field's name in {@link RuleTerms}; a field that
 *     no rule gives is not there
 */
public record Terms(
    Buffer buffer,
    Exposure exposure,
    @Nullable Long listingCap,
    @Nullable Duration freshFor,
    @Nullable Duration fallbackAfter,
    OfferState fallback,
    boolean pickup,
    @Nullable Duration countedWithin,
    @Nullable Duration reservationWindow,
    Backorder backorder,
    @Nullable PreOrder preOrder,
    @Nullable Long confirmBelowPerMille,
    boolean limitedInTransition,
    @Nullable Long nearbyWithin,
    SortedMap<String, String> rules) {
  /** What holds where no rule says anything. */
  public static final Terms PLAIN = of(List.of());

  /**
   * @param rules those that are about the item, the most specific first
   */
  static Terms of(List<Rule> rules) {
    Choice choice = new Choice(rules);
    return new Terms(
        choice.of("buffer", RuleTerms::buffer, Buffer.NONE),
        choice.of("exposure", RuleTerms::exposure, Exposure.EXACT),
        choice.of("listingCap", RuleTerms::listingCap),
        choice.of("freshFor", RuleTerms::freshFor),
        choice.of("fallbackAfter", RuleTerms::fallbackAfter),
        choice.of("fallback", RuleTerms::fallback, OfferState.TEMPORARILY_UNAVAILABLE),
        choice.of("pickup", RuleTerms::pickup, true),
        choice.of("countedWithin", RuleTerms::countedWithin),
        choice.of("reservationWindow", RuleTerms::reservationWindow),
        choice.of("backorder", RuleTerms::backorder, Backorder.NONE),
        choice.of("preOrder", RuleTerms::preOrder),
        choice.of("confirmBelowPerMille", RuleTerms::confirmBelowPerMille),
        choice.of("limitedInTransition", RuleTerms::limitedInTransition, false),
        choice.of("nearbyWithin", RuleTerms::nearbyWithin),
        Collections.unmodifiableSortedMap(choice.by));
  }

  /** Goes through the rules once for each field, and remembers who gave it. */
  private static final class Choice {
    final SortedMap<String, String> by = new TreeMap<>();
    private final List<Rule> rules;

    Choice(List<Rule> rules) {
      this.rules = rules;
    }

    <T> T of(String field, Function<RuleTerms, @Nullable T> said, T otherwise) {
      T found = of(field, said);
      return found == null ? otherwise : found;
    }

    <T> @Nullable T of(String field, Function<RuleTerms, @Nullable T> said) {
      for (Rule rule : rules) {
        T value = said.apply(rule.terms());
        if (value != null) {
          by.put(field, rule.id());
          return value;
        }
      }
      return null;
    }
  }
}
