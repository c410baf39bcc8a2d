package io.stockledger.command.channel;

import io.stockledger.api.channel.ChannelCommand.PutChannelRule;
import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.channel.RuleTerms;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rule of a channel says.
 *
 * @param why in the words of whoever put it
 */
public record ChannelRule(RuleScope scope, RuleTerms terms, @Nullable String why) {
  boolean says(PutChannelRule command) {
    return scope.equals(command.scope())
        && terms.equals(command.terms())
        && Objects.equals(why, command.why());
  }
}
