package io.stockledger.command.channel;

import io.stockledger.api.channel.ChannelCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds the channel that a command is for. */
public final class ChannelTargets implements CommandTargetResolver {
  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
    if (message.getPayload() instanceof ChannelCommand command) {
      return new VersionedAggregateIdentifier(
          (Object) ChannelCommand.stream(command.channel()), null);
    }
    throw new IllegalArgumentException("not for a channel: " + message.getPayloadType());
  }
}
