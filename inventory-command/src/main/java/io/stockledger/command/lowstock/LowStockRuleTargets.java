package io.stockledger.command.lowstock;

import io.stockledger.api.lowstock.PutLowStockRule;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds the rule that a command is for. */
public final class LowStockRuleTargets implements CommandTargetResolver {
  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
    if (message.getPayload() instanceof PutLowStockRule command) {
      return new VersionedAggregateIdentifier(
          (Object) PutLowStockRule.stream(command.rule()), null);
    }
    throw new IllegalArgumentException("not for a rule: " + message.getPayloadType());
  }
}
