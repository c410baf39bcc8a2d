package io.stockledger.api.channel;

import io.stockledger.api.Identifiers;
import org.jspecify.annotations.Nullable;

/** What may be asked of one channel. */
public sealed interface ChannelCommand {
  /** At most so many rules a channel. */
  int MOST_RULES = 1_000;

  String channel();

  /** The version that the sender knows; none for whichever it is. */
  @Nullable Long ifVersion();

  /** The name of a channel's stream of events. */
  static String stream(String channel) {
    return "channel:" + channel;
  }

  /** Say all that is known of a channel; its rules stay as they are. */
  record PutChannel(String channel, ChannelTraits traits, @Nullable Long ifVersion)
      implements ChannelCommand {
    public PutChannel {
      Identifiers.require("channel", channel);
    }
  }

  /** Offer nothing through it any more. What was promised stays promised. */
  record RetireChannel(String channel, @Nullable Long ifVersion) implements ChannelCommand {
    public RetireChannel {
      Identifiers.require("channel", channel);
    }
  }

  /** Take a retired one into use again. */
  record ReinstateChannel(String channel, @Nullable Long ifVersion) implements ChannelCommand {
    public ReinstateChannel {
      Identifiers.require("channel", channel);
    }
  }

  /** Say what a rule says, in whole; a new one comes into being. */
  record PutChannelRule(
      String channel,
      String rule,
      RuleScope scope,
      RuleTerms terms,
      @Nullable String why,
      @Nullable Long ifVersion)
      implements ChannelCommand {
    public PutChannelRule {
      Identifiers.require("channel", channel);
      Identifiers.require("rule", rule);
    }
  }

  /** Let a rule say nothing any more. */
  record RemoveChannelRule(String channel, String rule, @Nullable Long ifVersion)
      implements ChannelCommand {
    public RemoveChannelRule {
      Identifiers.require("channel", channel);
      Identifiers.require("rule", rule);
    }
  }
}
