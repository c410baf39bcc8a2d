package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one item in a channel, and who says so.
 *
 * @param at the moment for which it holds, by the clock of the ledger
 * @param version of the channel at that moment
 * @param exposed whether the channel sells from the place and has the item at all
 * @param terms each field by the most specific rule that says it, or what holds without one
 * @param rules which rule gave which field, by the field's name; what no rule gives is not there
 * @param switchId the strongest switch that was pulled on it; absent where none was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EffectiveRuleView(
    String channel,
    String sku,
    String location,
    Instant at,
    long version,
    boolean exposed,
    @JsonUnwrapped RuleTerms terms,
    SortedMap<String, String> rules,
    @Nullable String switchId,
    @Nullable SwitchLevel switchLevel,
    long position,
    Instant asOf,
    String stamp)
    implements View {}
