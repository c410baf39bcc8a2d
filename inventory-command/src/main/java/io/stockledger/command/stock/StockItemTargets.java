package io.stockledger.command.stock;

import io.stockledger.api.stock.StockCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * Finds the item that a command is for. The commands themselves know nothing of Axon. A version
 * that the sender expects is compared by the item, not by Axon: a stale one is an answer.
 */
public final class StockItemTargets implements CommandTargetResolver {
  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
    if (message.getPayload() instanceof StockCommand command) {
      return new VersionedAggregateIdentifier((Object) command.item().stream(), null);
    }
    throw new IllegalArgumentException("not for a stock item: " + message.getPayloadType());
  }
}
