package io.stockledger.promise.replay;

import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.channel.SwitchEvent.SwitchPulled;
import io.stockledger.api.channel.SwitchEvent.SwitchReturned;
import io.stockledger.api.channel.SwitchEvent.SwitchTriggerRemoved;
import io.stockledger.api.channel.SwitchEvent.SwitchTriggerSet;
import io.stockledger.promise.Switches;
import io.stockledger.promise.Switches.Pulled;
import java.util.SortedMap;
import java.util.TreeMap;

/** The off switches that were pulled, evolved from their entries. */
public final class SwitchReplay {
  private final SortedMap<String, Pulled> pulled = new TreeMap<>();

  public void evolve(SwitchEvent event) {
    switch (event) {
      case SwitchPulled e ->
          pulled.put(e.switchId(), new Pulled(e.switchId(), e.scope(), e.level()));
      case SwitchReturned e -> pulled.remove(e.switchId());
      case SwitchTriggerSet ignored -> {}
      case SwitchTriggerRemoved ignored -> {}
    }
  }

  /** The switches as they stand; later entries leave them as they are. */
  public Switches switches() {
    return pulled.isEmpty() ? Switches.NONE : Switches.of(pulled.values());
  }
}
