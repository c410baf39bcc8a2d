package io.stockledger.command.channel;

import io.stockledger.api.Refusal;
import io.stockledger.api.channel.ChannelRefusal.DuplicateSwitch;
import io.stockledger.api.channel.ChannelRefusal.SwitchReturnedBefore;
import io.stockledger.api.channel.ChannelRefusal.TooManySwitches;
import io.stockledger.api.channel.ChannelRefusal.TooManyTriggers;
import io.stockledger.api.channel.ChannelRefusal.UnknownSwitch;
import io.stockledger.api.channel.ChannelRefusal.UnknownTrigger;
import io.stockledger.api.channel.SwitchCommand;
import io.stockledger.api.channel.SwitchCommand.PullSwitch;
import io.stockledger.api.channel.SwitchCommand.PutTrigger;
import io.stockledger.api.channel.SwitchCommand.RemoveTrigger;
import io.stockledger.api.channel.SwitchCommand.ReturnSwitch;
import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.channel.SwitchEvent.SwitchPulled;
import io.stockledger.api.channel.SwitchEvent.SwitchReturned;
import io.stockledger.api.channel.SwitchEvent.SwitchTriggerRemoved;
import io.stockledger.api.channel.SwitchEvent.SwitchTriggerSet;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.api.reservation.ReservationRefusal.UnknownChannel;
import io.stockledger.api.stock.StockRefusal.UnknownLocation;
import io.stockledger.command.registry.RegistryVerdict;
import io.stockledger.command.stock.Registry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the board of switches decides. */
final class SwitchRules {
  private final @Nullable SwitchBoard before;
  private final Offering offering;
  private final Registry registry;
  private final Instant now;

  /**
   * @param before none before the first entry
   */
  SwitchRules(@Nullable SwitchBoard before, Offering offering, Registry registry, Instant now) {
    this.before = before;
    this.offering = offering;
    this.registry = registry;
    this.now = now;
  }

  RegistryVerdict<SwitchEvent> decide(SwitchCommand command) {
    return switch (command) {
      case PullSwitch c -> pull(c);
      case ReturnSwitch c -> giveBack(c);
      case PutTrigger c -> put(c);
      case RemoveTrigger c ->
          trigger(c.trigger()) == null
              ? RegistryVerdict.refused(new UnknownTrigger(c.trigger()))
              : RegistryVerdict.happens(new SwitchTriggerRemoved(c.trigger(), now, now));
    };
  }

  /** A trigger has at most one switch pulled, however many nodes measure. */
  private RegistryVerdict<SwitchEvent> pull(PullSwitch c) {
    OffSwitch known = pulled(c.switchId());
    if (known != null && known.says(c)) {
      return RegistryVerdict.unchanged();
    }
    if (known != null || returnedAt(c.switchId()) != null) {
      return RegistryVerdict.refused(new DuplicateSwitch(c.switchId()));
    }
    String trigger = c.trigger();
    if (trigger != null && trigger(trigger) == null) {
      return RegistryVerdict.refused(new UnknownTrigger(trigger));
    }
    if (trigger != null && before != null && before.pulledBy(trigger) != null) {
      return RegistryVerdict.unchanged();
    }
    Refusal unknown = unknown(c.scope());
    if (unknown != null) {
      return RegistryVerdict.refused(unknown);
    }
    if (before != null && before.pulled().size() >= SwitchCommand.MOST_PULLED) {
      return RegistryVerdict.refused(new TooManySwitches(SwitchCommand.MOST_PULLED));
    }
    return RegistryVerdict.happens(
        new SwitchPulled(
            c.switchId(), c.scope(), c.level(), c.why(), trigger, c.measured(), now, now));
  }

  private RegistryVerdict<SwitchEvent> giveBack(ReturnSwitch c) {
    if (pulled(c.switchId()) != null) {
      return RegistryVerdict.happens(
          new SwitchReturned(c.switchId(), c.why(), c.trigger(), now, now));
    }
    Instant returnedAt = returnedAt(c.switchId());
    return RegistryVerdict.refused(
        returnedAt == null
            ? new UnknownSwitch(c.switchId())
            : new SwitchReturnedBefore(c.switchId(), returnedAt));
  }

  private RegistryVerdict<SwitchEvent> put(PutTrigger c) {
    Trigger known = trigger(c.trigger());
    if (known != null && known.says(c)) {
      return RegistryVerdict.unchanged();
    }
    Refusal unknown = unknown(c.scope());
    if (unknown != null) {
      return RegistryVerdict.refused(unknown);
    }
    if (known == null
        && before != null
        && before.triggers().size() >= SwitchCommand.MOST_TRIGGERS) {
      return RegistryVerdict.refused(new TooManyTriggers(SwitchCommand.MOST_TRIGGERS));
    }
    return RegistryVerdict.happens(
        new SwitchTriggerSet(
            c.trigger(),
            c.condition(),
            c.threshold(),
            c.scope(),
            c.level(),
            c.returnsByItself(),
            now,
            now));
  }

  private @Nullable OffSwitch pulled(String switchId) {
    return before == null ? null : before.pulled().get(switchId);
  }

  private @Nullable Instant returnedAt(String switchId) {
    return before == null ? null : before.returned().get(switchId);
  }

  private @Nullable Trigger trigger(String trigger) {
    return before == null ? null : before.triggers().get(trigger);
  }

  /** A channel or place that is named must be there; groups and categories may be any. */
  private @Nullable Refusal unknown(SwitchScope scope) {
    String channel = scope.channel();
    if (channel != null && offering.channel(channel) == null) {
      return new UnknownChannel(channel);
    }
    String location = scope.location();
    return location != null && !registry.knowsLocation(location)
        ? new UnknownLocation(location)
        : null;
  }
}
