package io.stockledger.outgoing.preview;

import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.channel.RuleTerms;
import io.stockledger.promise.Rule;
import io.stockledger.promise.replay.Draft;
import io.stockledger.promise.replay.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be played.
 *
 * @param locations none for every location
 * @param skus none for every product
 */
public record PreviewAsked(
    String channel, Draft draft, Period period, List<String> locations, List<String> skus) {

  /**
   * A rule with what it would say.
   *
   * @param days of UTC, the last of them that of {@code until}
   */
  public static PreviewAsked put(
      String channel,
      String rule,
      RuleScope scope,
      RuleTerms terms,
      int days,
      Instant until,
      List<String> locations,
      List<String> skus) {
    Draft draft = Draft.put(new Rule(rule, scope, terms));
    return new PreviewAsked(channel, draft, new Period(until, days), locations, skus);
  }

  /** A rule that would not be there. */
  public static PreviewAsked removal(
      String channel,
      String rule,
      int days,
      Instant until,
      List<String> locations,
      List<String> skus) {
    return new PreviewAsked(channel, Draft.removal(rule), new Period(until, days), locations, skus);
  }

  public String rule() {
    return draft.id();
  }

  /** What the rule would be about; none where it would not be there. */
  public @Nullable RuleScope scope() {
    Rule rule = draft.rule();
    return rule == null ? null : rule.scope();
  }

  /** What the rule would say; none where it would not be there. */
  public @Nullable RuleTerms terms() {
    Rule rule = draft.rule();
    return rule == null ? null : rule.terms();
  }

  public LocalDate firstDay() {
    return period.firstDay();
  }

  public LocalDate lastDay() {
    return period.lastDay();
  }

  /** When it was asked; the last day ends here. */
  public Instant at() {
    return period.until();
  }
}
