package io.stockledger.command.product;

import io.stockledger.api.product.ProductCommand;
import io.stockledger.api.product.RegisterProduct;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds the product that a command is for. */
public final class ProductTargets implements CommandTargetResolver {
  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
    if (message.getPayload() instanceof ProductCommand command) {
      return new VersionedAggregateIdentifier((Object) RegisterProduct.stream(command.sku()), null);
    }
    throw new IllegalArgumentException("not for a product: " + message.getPayloadType());
  }
}
