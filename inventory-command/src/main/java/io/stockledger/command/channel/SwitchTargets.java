package io.stockledger.command.channel;

import io.stockledger.api.channel.SwitchCommand;
import io.stockledger.api.channel.SwitchEvent;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds the board, which all switches are on. */
public final class SwitchTargets implements CommandTargetResolver {
  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
    if (message.getPayload() instanceof SwitchCommand) {
      return new VersionedAggregateIdentifier((Object) SwitchEvent.STREAM, null);
    }
    throw new IllegalArgumentException("not for the switches: " + message.getPayloadType());
  }
}
