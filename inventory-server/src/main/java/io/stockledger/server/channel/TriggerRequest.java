package io.stockledger.server.channel;

import io.stockledger.api.channel.SwitchCommand.PutTrigger;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.TriggerCondition;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What pulls a switch by itself, in whole.
 *
 * @param threshold at or above which it is pulled, in the unit of the condition
 * @param scope what is measured and what is switched; an empty one is everything
 * @param returnsByItself whether the switch comes back without a person; by default it does not
 */
record TriggerRequest(
    @NotNull TriggerCondition condition,
    @NotNull @Min(1) @Max(Figures.MAX_QUANTITY) Long threshold,
    @NotNull @Valid SwitchScopeRequest scope,
    @NotNull SwitchLevel level,
    @Nullable Boolean returnsByItself)
    implements Checked {
  private static final long WHOLE = 100;

  @Override
  public void check(Faults faults, String path) {
    if (condition == TriggerCondition.STALE_LOCATIONS_PER_CENT
        && threshold != null
        && threshold > WHOLE
        && !faults.knows("threshold")) {
      faults.add("threshold", "is a per cent, at most 100", threshold);
    }
  }

  PutTrigger command(String trigger) {
    return new PutTrigger(
        trigger, condition, threshold, scope.scope(), level, Boolean.TRUE.equals(returnsByItself));
  }
}
