package io.stockledger.command.channel;

import io.stockledger.api.channel.SwitchCommand.PutTrigger;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.api.channel.TriggerCondition;
import java.time.Instant;

/**
 * What pulls a switch by itself.
 *
 * @param threshold at or above which it is pulled
 * @param returnsByItself whether the switch comes back without a person
 * @param putAt since when it says this
 */
public record Trigger(
    TriggerCondition condition,
    long threshold,
    SwitchScope scope,
    SwitchLevel level,
    boolean returnsByItself,
    Instant putAt) {

  boolean says(PutTrigger command) {
    return condition == command.condition()
        && threshold == command.threshold()
        && scope.equals(command.scope())
        && level == command.level()
        && returnsByItself == command.returnsByItself();
  }
}
