package io.stockledger.command.location;

import io.stockledger.api.location.LocationCommand;
import io.stockledger.api.location.RegisterLocation;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds the location that a command is for. */
public final class LocationTargets implements CommandTargetResolver {
  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
    if (message.getPayload() instanceof LocationCommand command) {
      return new VersionedAggregateIdentifier(
          (Object) RegisterLocation.stream(command.location()), null);
    }
    throw new IllegalArgumentException("not for a location: " + message.getPayloadType());
  }
}
