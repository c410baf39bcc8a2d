package io.stockledger.command.channel;

import io.stockledger.api.channel.SwitchCommand;
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
 * The off switches that are pulled, and what pulls them by itself.
 *
 * @param pulled by id
 * @param returned when those came back that were returned last, by id: an id is that of one pull.
 *     At most {@link SwitchCommand#MOST_RETURNED}
 * @param triggers by id
 * @param version how many entries it evolved from, from 1
 * @param lastRecordedAt when the last of them was recorded
 */
public record SwitchBoard(
    SortedMap<String, OffSwitch> pulled,
    SortedMap<String, Instant> returned,
    SortedMap<String, Trigger> triggers,
    long version,
    Instant lastRecordedAt) {

  /** The board after one more of its entries. */
  public static SwitchBoard evolve(@Nullable SwitchBoard before, SwitchEvent event) {
    SwitchBoard known = before == null ? empty(event.recordedAt()) : before;
    return switch (event) {
      case SwitchPulled e ->
          known.next(
              e, with(known.pulled, e.switchId(), pulled(e)), known.returned, known.triggers);
      case SwitchReturned e ->
          known.next(
              e,
              with(known.pulled, e.switchId(), null),
              known.returnedWith(e.switchId(), e.recordedAt()),
              known.triggersAfter(e));
      case SwitchTriggerSet e ->
          known.next(
              e, known.pulled, known.returned, with(known.triggers, e.trigger(), trigger(e)));
      case SwitchTriggerRemoved e ->
          known.next(e, known.pulled, known.returned, with(known.triggers, e.trigger(), null));
    };
  }

  private static SwitchBoard empty(Instant at) {
    return new SwitchBoard(
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        0,
        at);
  }

  private SwitchBoard next(
      SwitchEvent event,
      SortedMap<String, OffSwitch> pulled,
      SortedMap<String, Instant> returned,
      SortedMap<String, Trigger> triggers) {
    return new SwitchBoard(pulled, returned, triggers, version + 1, event.recordedAt());
  }

  private static OffSwitch pulled(SwitchPulled e) {
    return new OffSwitch(e.scope(), e.level(), e.why(), e.trigger());
  }

  private static Trigger trigger(SwitchTriggerSet e) {
    return new Trigger(
        e.condition(), e.threshold(), e.scope(), e.level(), e.returnsByItself(), null);
  }

  /**
   * With one more; where they are too many, the one that has been back the longest is forgotten.
   */
  private SortedMap<String, Instant> returnedWith(String switchId, Instant at) {
    SortedMap<String, Instant> after = new TreeMap<>(returned);
    after.put(switchId, at);
    if (after.size() > SwitchCommand.MOST_RETURNED) {
      after.remove(Collections.min(after.entrySet(), Map.Entry.comparingByValue()).getKey());
    }
    return Collections.unmodifiableSortedMap(after);
  }

  /** A trigger whose switch a person returned knows since when. */
  private SortedMap<String, Trigger> triggersAfter(SwitchReturned e) {
    String id = Objects.requireNonNull(pulled.get(e.switchId())).trigger();
    Trigger trigger = id == null || e.trigger() != null ? null : triggers.get(id);
    return id == null || trigger == null
        ? triggers
        : with(triggers, id, trigger.returnedByPerson(e.recordedAt()));
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
  public Switches switches() {
    return Switches.of(
        pulled.entrySet().stream()
            .map(one -> new Pulled(one.getKey(), one.getValue().scope(), one.getValue().level()))
            .toList());
  }

  /** The id of the switch that a trigger pulled and nobody returned; none where there is none. */
  public @Nullable String pulledBy(String trigger) {
    return pulled.entrySet().stream()
        .filter(one -> trigger.equals(one.getValue().trigger()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
