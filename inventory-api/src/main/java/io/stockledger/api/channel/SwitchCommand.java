package io.stockledger.api.channel;

import io.stockledger.api.Identifiers;
import org.jspecify.annotations.Nullable;

/** What may be asked of the off switches. */
public sealed interface SwitchCommand {
  /** At most so many switches are pulled at a time. */
  int MOST_PULLED = 1_000;

  /** The ids of so many that came back last are remembered, so that none is used again. */
  int MOST_RETURNED = 10_000;

  /** At most so many triggers. */
  int MOST_TRIGGERS = 200;

  /**
   * Take figures, or all, away from channels.
   *
   * @param why in the words of whoever pulls it
   * @param trigger the trigger that asks; absent for a person
   * @param measured what it measured
   */
  record PullSwitch(
      String switchId,
      SwitchScope scope,
      SwitchLevel level,
      String why,
      @Nullable String trigger,
      @Nullable Long measured)
      implements SwitchCommand {
    public PullSwitch {
      Identifiers.require("switchId", switchId);
    }
  }

  /** Give them back. */
  record ReturnSwitch(String switchId, @Nullable String why, @Nullable String trigger)
      implements SwitchCommand {
    public ReturnSwitch {
      Identifiers.require("switchId", switchId);
    }
  }

  /** Say what pulls a switch by itself, in whole. */
  record PutTrigger(
      String trigger,
      TriggerCondition condition,
      long threshold,
      SwitchScope scope,
      SwitchLevel level,
      boolean returnsByItself)
      implements SwitchCommand {
    public PutTrigger {
      Identifiers.require("trigger", trigger);
    }
  }

  /** Let a trigger pull nothing any more. */
  record RemoveTrigger(String trigger) implements SwitchCommand {
    public RemoveTrigger {
      Identifiers.require("trigger", trigger);
    }
  }
}
