package io.stockledger.api.channel;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Page;
import io.stockledger.api.Query;
import org.jspecify.annotations.Nullable;

/** What may be asked about off switches and what pulls them by itself. */
public sealed interface SwitchQuery<V extends View> extends Query<V> {
  /** One of them, pulled or returned. Unknown: {@code unknown-switch}. */
  record FindSwitch(String switchId) implements SwitchQuery<SwitchView> {}

  /**
   * Switches, by id.
   *
   * @param state in which they are; none for all
   */
  record ListSwitches(@Nullable SwitchState state, Page page)
      implements SwitchQuery<SwitchesView> {}

  /** One trigger. Unknown: {@code unknown-trigger}. */
  record FindTrigger(String trigger) implements SwitchQuery<TriggerView> {}

  /**
   * Locations with a stale source, in per cent, rounded down, of those in use that are expected to
   * report; 0 where none is.
   *
   * @param scope its category does not narrow it: a location has none
   */
  record MeasureStaleLocations(SwitchScope scope) implements SwitchQuery<MeasureView> {}

  /**
   * Discrepancies that are open and critical.
   *
   * @param units so many units or more make one critical
   */
  record MeasureDiscrepancies(SwitchScope scope, long units) implements SwitchQuery<MeasureView> {}

  /** All triggers, by id. */
  record ListTriggers(Page page) implements SwitchQuery<TriggersView> {}
}
