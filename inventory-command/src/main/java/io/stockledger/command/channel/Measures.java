package io.stockledger.command.channel;

import io.stockledger.api.channel.SwitchScope;
import io.stockledger.api.channel.TriggerCondition;
import org.jspecify.annotations.Nullable;

/** Measures what triggers look at. */
@FunctionalInterface
public interface Measures {
  /** In the unit of the condition; none where it is not measured. */
  @Nullable Long of(TriggerCondition condition, SwitchScope scope);
}
