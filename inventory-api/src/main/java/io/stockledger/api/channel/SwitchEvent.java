package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.EventName;
import io.stockledger.api.LedgerEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can have happened to the off switches. All are of one stream, {@link #STREAM}. */
public sealed interface SwitchEvent extends LedgerEvent {
  /** The name of the stream of all switches. */
  String STREAM = "switches";

  /**
   * It is off from now on.
   *
   * @param why in the words of whoever pulled it
   * @param trigger the id of the trigger that pulled it; absent for a person
   * @param measured what the trigger measured, in its own unit; absent for a person
   */
  @EventName("switch.pulled")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SwitchPulled(
      String switchId,
      SwitchScope scope,
      SwitchLevel level,
      String why,
      @Nullable String trigger,
      @Nullable Long measured,
      Instant occurredAt,
      Instant recordedAt)
      implements SwitchEvent {}

  /** It is on again. */
  @EventName("switch.returned")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SwitchReturned(
      String switchId,
      @Nullable String why,
      @Nullable String trigger,
      Instant occurredAt,
      Instant recordedAt)
      implements SwitchEvent {}

  /** From now on a trigger says this, in whole. */
  @EventName("switch.trigger-set")
  record SwitchTriggerSet(
      String trigger,
      TriggerCondition condition,
      long threshold,
      SwitchScope scope,
      SwitchLevel level,
      boolean returnsByItself,
      Instant occurredAt,
      Instant recordedAt)
      implements SwitchEvent {}

  /** A trigger pulls nothing any more. What it pulled stays pulled. */
  @EventName("switch.trigger-removed")
  record SwitchTriggerRemoved(String trigger, Instant occurredAt, Instant recordedAt)
      implements SwitchEvent {}
}
