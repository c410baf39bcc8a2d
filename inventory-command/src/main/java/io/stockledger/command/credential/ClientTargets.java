package io.stockledger.command.credential;

import io.stockledger.api.credential.CredentialCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds the client that a command is for. */
public final class ClientTargets implements CommandTargetResolver {
  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
    if (message.getPayload() instanceof CredentialCommand command) {
      return new VersionedAggregateIdentifier(
          (Object) CredentialCommand.stream(command.client()), null);
    }
    throw new IllegalArgumentException("not for a client: " + message.getPayloadType());
  }
}
