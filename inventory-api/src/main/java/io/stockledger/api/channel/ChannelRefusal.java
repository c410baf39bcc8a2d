package io.stockledger.api.channel;

import io.stockledger.api.Refusal;
import java.time.Instant;

/** Why a channel, its rules or a switch stay as they are. */
public sealed interface ChannelRefusal extends Refusal {
  /** The channel has no rule of that id, or none any more. */
  record UnknownChannelRule(String channel, String rule) implements ChannelRefusal {
    @Override
    public String type() {
      return "unknown-rule";
    }
  }

  /** Another rule would be one too many. */
  record TooManyRules(String channel, long limit) implements ChannelRefusal {
    @Override
    public String type() {
      return "too-many-rules";
    }
  }

  /** No switch of that id was pulled, or so many came back since that it is not remembered. */
  record UnknownSwitch(String switchId) implements ChannelRefusal {
    @Override
    public String type() {
      return "unknown-switch";
    }
  }

  /** It was pulled before, with other words, or was returned since: an id is that of one pull. */
  record DuplicateSwitch(String switchId) implements ChannelRefusal {
    @Override
    public String type() {
      return "duplicate-id";
    }
  }

  /** It is back already. */
  record SwitchReturnedBefore(String switchId, Instant returnedAt) implements ChannelRefusal {
    @Override
    public String type() {
      return "switch-returned";
    }
  }

  /** More switches than may be pulled at a time. */
  record TooManySwitches(long limit) implements ChannelRefusal {
    @Override
    public String type() {
      return "too-many-switches";
    }
  }

  /** There is no trigger of that id, or none any more. */
  record UnknownTrigger(String trigger) implements ChannelRefusal {
    @Override
    public String type() {
      return "unknown-trigger";
    }
  }

  /** Another trigger would be one too many. */
  record TooManyTriggers(long limit) implements ChannelRefusal {
    @Override
    public String type() {
      return "too-many-triggers";
    }
  }
}
