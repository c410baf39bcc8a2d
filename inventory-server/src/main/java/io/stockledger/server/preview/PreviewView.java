package io.stockledger.server.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.channel.RuleTerms;
import io.stockledger.outgoing.preview.PreviewCard;
import io.stockledger.outgoing.preview.PreviewTotals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A preview and what it has found so far.
 *
 * @param draft absent where the rule would not be there
 * @param locations absent for everywhere
 * @param skus absent for all products
 * @param state {@code running}, {@code done}, {@code cancelled} or {@code failed}
 * @param complete it is done, and every item in reach was looked at
 * @param inReach items that may be looked at; absent before it began
 * @param lookedAt items that were looked at
 * @param played of these, items for which the draft could make a difference
 * @param totals over all items that were played
 * @param byDay the same by day of UTC
 * @param askedAt the last day ends here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewView(
    String id,
    String channel,
    String rule,
    @Nullable DraftView draft,
    LocalDate firstDay,
    LocalDate lastDay,
    @Nullable List<String> locations,
    @Nullable List<String> skus,
    String state,
    boolean complete,
    @Nullable Long inReach,
    long lookedAt,
    long played,
    PreviewTotals totals,
    SortedMap<LocalDate, PreviewTotals> byDay,
    Instant askedAt,
    @Nullable Instant finishedAt,
    long position,
    Instant asOf)
    implements View {
  /** What the rule would say. */
  record DraftView(RuleScope scope, RuleTerms terms) {}

  static PreviewView of(PreviewCard card, long position, Instant now) {
    RuleScope scope = card.asked().scope();
    RuleTerms terms = card.asked().terms();
    List<String> locations = card.asked().locations();
    List<String> skus = card.asked().skus();
    return new PreviewView(
        card.id(),
        card.asked().channel(),
        card.asked().rule(),
        scope == null || terms == null ? null : new DraftView(scope, terms),
        card.asked().firstDay(),
        card.asked().lastDay(),
        locations.isEmpty() ? null : locations,
        skus.isEmpty() ? null : skus,
        card.state(),
        card.complete(),
        card.inReach(),
        card.lookedAt(),
        card.played(),
        card.totals(),
        card.byDay(),
        card.asked().at(),
        card.finishedAt(),
        position,
        now);
  }

  @Override
  public String stamp() {
    return id + "-" + state + "-" + lookedAt;
  }
}
