package io.stockledger.command.channel;

import io.stockledger.api.channel.SwitchCommand.PullSwitch;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A switch that is pulled.
 *
 * @param trigger the trigger that pulled it; absent for a person
 */
public record OffSwitch(
    SwitchScope scope, SwitchLevel level, String why, @Nullable String trigger) {

  boolean says(PullSwitch command) {
    return scope.equals(command.scope())
        && level == command.level()
        && why.equals(command.why())
        && Objects.equals(trigger, command.trigger());
  }
}
