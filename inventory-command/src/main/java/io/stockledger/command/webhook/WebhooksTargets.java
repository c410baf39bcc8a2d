package io.stockledger.command.webhook;

import io.stockledger.api.webhook.WebhookCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** All commands on webhooks are for the one list of them. */
public final class WebhooksTargets implements CommandTargetResolver {
  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
    if (message.getPayload() instanceof WebhookCommand) {
      return new VersionedAggregateIdentifier((Object) WebhookCommand.STREAM, null);
    }
    throw new IllegalArgumentException("not for webhooks: " + message.getPayloadType());
  }
}
