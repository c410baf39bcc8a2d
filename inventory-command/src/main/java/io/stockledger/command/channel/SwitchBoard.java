package io.stockledger.command.channel;

import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.channel.SwitchEvent.SwitchPulled;
import io.stockledger.api.channel.SwitchEvent.SwitchReturned;
import io.stockledger.api.channel.SwitchEvent.SwitchTriggerRemoved;
import io.stockledger.api.channel.SwitchEvent.SwitchTriggerSet;
import io.stockledger.promise.Switches;
import io.stockledger.promise.Switches.Pulled;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All off switches, and what pulls them by itself.
 *
 * @param switches by id, those that were returned too: an id is that of one pull
 * @param triggers by id
 * @param version how many entries it evolved from, from 1
 * @param lastRecordedAt when the last of them was recorded
 */
public record SwitchBoard(
    SortedMap<String, OffSwitch> switches,
    SortedMap<String, Trigger> triggers,
    long version,
    Instant lastRecordedAt) {

  /** The board after one more of its entries. */
  public static SwitchBoard evolve(@Nullable SwitchBoard before, SwitchEvent event) {
    SortedMap<String, OffSwitch> switches = before == null ? new TreeMap<>() : before.switches;
    SortedMap<String, Trigger> triggers = before == null ? new TreeMap<>() : before.triggers;
    switch (event) {
      case SwitchPulled e -> switches = with(switches, e.switchId(), pulled(e));
      case SwitchReturned e -> {
        OffSwitch known = Objects.requireNonNull(switches.get(e.switchId()));
        switches =
            with(switches, e.switchId(), known.returned(e.recordedAt(), e.trigger() != null));
      }
      case SwitchTriggerSet e -> triggers = with(triggers, e.trigger(), trigger(e));
      case SwitchTriggerRemoved e -> triggers = with(triggers, e.trigger(), null);
    }
    long version = before == null ? 1 : before.version + 1;
    return new SwitchBoard(switches, triggers, version, event.recordedAt());
  }

  private static OffSwitch pulled(SwitchPulled e) {
    return new OffSwitch(e.scope(), e.level(), e.why(), e.trigger(), e.recordedAt(), null, false);
  }

  private static Trigger trigger(SwitchTriggerSet e) {
    return new Trigger(
        e.condition(), e.threshold(), e.scope(), e.level(), e.returnsByItself(), e.recordedAt());
  }

  private static <T> SortedMap<String, T> with(
      SortedMap<String, T> before, String id, @Nullable T said) {
    SortedMap<String, T> after = new TreeMap<>(before);
    if (said == null) {
      after.remove(id);
    } else {
      after.put(id, said);
    }
    return Collections.unmodifiableSortedMap(after);
  }

  /** Those that are pulled, ready to be asked. */
  public Switches pulled() {
    return Switches.of(
        switches.entrySet().stream()
            .filter(one -> one.getValue().isPulled())
            .map(one -> new Pulled(one.getKey(), one.getValue().scope(), one.getValue().level()))
            .toList());
  }

  long pulledNow() {
    return switches.values().stream().filter(OffSwitch::isPulled).count();
  }

  /** The id of the switch that a trigger pulled and nobody returned; none where there is none. */
  public @Nullable String pulledBy(String trigger) {
    return switches.entrySet().stream()
        .filter(one -> one.getValue().isPulled() && trigger.equals(one.getValue().trigger()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** When a person last returned what a trigger had pulled; none where nobody did. */
  public @Nullable Instant returnedByPerson(String trigger) {
    return switches.values().stream()
        .filter(one -> trigger.equals(one.trigger()) && !one.returnedByItself())
        .map(OffSwitch::returnedAt)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }
}
