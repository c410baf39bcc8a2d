package io.stockledger.command.device;

import io.stockledger.api.device.DeviceCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds the device that a command is for. */
public final class DeviceTargets implements CommandTargetResolver {
  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
    if (message.getPayload() instanceof DeviceCommand command) {
      return new VersionedAggregateIdentifier(
          (Object) DeviceCommand.stream(command.device()), null);
    }
    throw new IllegalArgumentException("not for a device: " + message.getPayloadType());
  }
}
