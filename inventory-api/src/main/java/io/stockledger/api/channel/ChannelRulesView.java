package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import io.stockledger.api.channel.ChannelRuleView.ChannelRuleCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the list of a channel's rules, by id. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelRulesView(
    List<ChannelRuleCard> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {}
