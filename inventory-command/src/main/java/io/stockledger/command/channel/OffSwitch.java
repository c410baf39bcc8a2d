package io.stockledger.command.channel;

import io.stockledger.api.channel.SwitchCommand.PullSwitch;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A switch that was pulled.
 *
 * @param trigger the trigger that pulled it; absent for a person
 * @param returnedAt when it was returned; absent while it is pulled
 * @param returnedByItself whether a trigger returned it
 */
public record OffSwitch(
    SwitchScope scope,
    SwitchLevel level,
    String why,
    @Nullable String trigger,
    Instant pulledAt,
    @Nullable Instant returnedAt,
    boolean returnedByItself) {

  boolean isPulled() {
    return returnedAt == null;
  }

  boolean says(PullSwitch command) {
    return scope.equals(command.scope())
        && level == command.level()
        && why.equals(command.why())
        && Objects.equals(trigger, command.trigger());
  }

  OffSwitch returned(Instant at, boolean byItself) {
    return new OffSwitch(scope, level, why, trigger, pulledAt, at, byItself);
  }
}
