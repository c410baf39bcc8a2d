package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One rule of a channel. */
public record ChannelRuleView(
    @JsonUnwrapped ChannelRuleCard card, long position, Instant asOf, String stamp)
    implements View {
  /**
   * What a rule says.
   *
   * @param why in the words of whoever put it
   * @param by the credential that put it; absent where the ledger does not know
   * @param version of the channel when it was put
   * @param recordedAt when it was put
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChannelRuleCard(
      String channel,
      String rule,
      RuleScope scope,
      @JsonUnwrapped RuleTerms terms,
      @Nullable String why,
      @Nullable String by,
      long version,
      Instant recordedAt) {}
}
