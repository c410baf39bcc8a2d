package io.stockledger.server.problem;

import static io.stockledger.server.problem.RefusalProblems.no;

import io.stockledger.api.channel.ChannelRefusal;
import io.stockledger.api.channel.ChannelRefusal.DuplicateSwitch;
import io.stockledger.api.channel.ChannelRefusal.SwitchReturnedBefore;
import io.stockledger.api.channel.ChannelRefusal.TooManyRules;
import io.stockledger.api.channel.ChannelRefusal.TooManySwitches;
import io.stockledger.api.channel.ChannelRefusal.TooManyTriggers;
import io.stockledger.api.channel.ChannelRefusal.UnknownChannelRule;
import io.stockledger.api.channel.ChannelRefusal.UnknownSwitch;
import io.stockledger.api.channel.ChannelRefusal.UnknownTrigger;

/** The refusals about channels, rules and switches, for {@link RefusalProblems}. */
final class ChannelRefusalProblems {
  private ChannelRefusalProblems() {}

  static Problem of(ChannelRefusal refusal) {
    return switch (refusal) {
      case UnknownChannelRule r ->
          no(r, "Channel " + r.channel() + " has no rule " + r.rule() + ".")
              .with("channel", r.channel())
              .with("rule", r.rule());
      case TooManyRules r ->
          no(r, "Channel " + r.channel() + " has " + r.limit() + " rules already.")
              .with("channel", r.channel())
              .with("limit", r.limit());
      case UnknownSwitch r ->
          no(r, "There is no switch " + r.switchId() + ".").with("switchId", r.switchId());
      case DuplicateSwitch r ->
          no(r, "A switch " + r.switchId() + " was pulled before.").with("switchId", r.switchId());
      case SwitchReturnedBefore r ->
          no(r, "Switch " + r.switchId() + " was returned at " + r.returnedAt() + ".")
              .with("switchId", r.switchId())
              .with("returnedAt", r.returnedAt());
      case TooManySwitches r ->
          no(r, r.limit() + " switches are pulled already.").with("limit", r.limit());
      case UnknownTrigger r ->
          no(r, "There is no trigger " + r.trigger() + ".").with("trigger", r.trigger());
      case TooManyTriggers r ->
          no(r, "There are " + r.limit() + " triggers already.").with("limit", r.limit());
    };
  }
}
