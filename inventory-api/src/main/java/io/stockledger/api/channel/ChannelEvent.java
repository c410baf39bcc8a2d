package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.EventName;
import io.stockledger.api.LedgerEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can have happened to a channel and its rules. */
public sealed interface ChannelEvent extends LedgerEvent {
  String channel();

  /** It states all that is known of the channel, from now on; rules stay as they are. */
  @EventName("channel.set")
  record ChannelSet(
      String channel, @JsonUnwrapped ChannelTraits traits, Instant occurredAt, Instant recordedAt)
      implements ChannelEvent {}

  /** Nothing is offered through it any more. */
  @EventName("channel.retired")
  record ChannelRetired(String channel, Instant occurredAt, Instant recordedAt)
      implements ChannelEvent {}

  /** It is in use again. */
  @EventName("channel.reinstated")
  record ChannelReinstated(String channel, Instant occurredAt, Instant recordedAt)
      implements ChannelEvent {}

  /**
   * From now on a rule says this, in whole.
   *
   * @param why in the words of whoever put it
   */
  @EventName("channel.rule-set")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ChannelRuleSet(
      String channel,
      String rule,
      RuleScope scope,
      @JsonUnwrapped RuleTerms terms,
      @Nullable String why,
      Instant occurredAt,
      Instant recordedAt)
      implements ChannelEvent {}

  /** A rule says nothing any more. */
  @EventName("channel.rule-removed")
  record ChannelRuleRemoved(String channel, String rule, Instant occurredAt, Instant recordedAt)
      implements ChannelEvent {}
}
