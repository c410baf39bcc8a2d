package io.stockledger.command.channel;

import io.stockledger.api.channel.SwitchCommand.PutTrigger;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.api.channel.TriggerCondition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What pulls a switch by itself.
 *
 * @param threshold at or above which it is pulled
 * @param returnsByItself whether the switch comes back without a person
 * @param returnedByPersonAt when a person last returned what it had pulled, since it says this;
 *     absent where nobody did
 */
public record Trigger(
    TriggerCondition condition,
    long threshold,
    SwitchScope scope,
    SwitchLevel level,
    boolean returnsByItself,
    @Nullable Instant returnedByPersonAt) {

  boolean says(PutTrigger command) {
    return condition == command.condition()
        && threshold == command.threshold()
        && scope.equals(command.scope())
        && level == command.level()
        && returnsByItself == command.returnsByItself();
  }

  Trigger returnedByPerson(Instant at) {
    return new Trigger(condition, threshold, scope, level, returnsByItself, at);
  }
}
