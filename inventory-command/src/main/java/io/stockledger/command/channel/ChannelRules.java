package io.stockledger.command.channel;

import io.stockledger.api.Refusal;
import io.stockledger.api.RegistryRefusal.StaleRegistryVersion;
import io.stockledger.api.channel.ChannelCommand;
import io.stockledger.api.channel.ChannelCommand.PutChannel;
import io.stockledger.api.channel.ChannelCommand.PutChannelRule;
import io.stockledger.api.channel.ChannelCommand.ReinstateChannel;
import io.stockledger.api.channel.ChannelCommand.RemoveChannelRule;
import io.stockledger.api.channel.ChannelCommand.RetireChannel;
import io.stockledger.api.channel.ChannelEvent;
import io.stockledger.api.channel.ChannelEvent.ChannelReinstated;
import io.stockledger.api.channel.ChannelEvent.ChannelRetired;
import io.stockledger.api.channel.ChannelEvent.ChannelRuleRemoved;
import io.stockledger.api.channel.ChannelEvent.ChannelRuleSet;
import io.stockledger.api.channel.ChannelEvent.ChannelSet;
import io.stockledger.api.channel.ChannelRefusal.TooManyRules;
import io.stockledger.api.channel.ChannelRefusal.UnknownChannelRule;
import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.reservation.ReservationRefusal.UnknownChannel;
import io.stockledger.api.stock.StockRefusal.UnknownLocation;
import io.stockledger.api.stock.StockRefusal.UnknownSku;
import io.stockledger.command.registry.RegistryVerdict;
import io.stockledger.command.stock.Registry;
import io.stockledger.promise.ChannelBook;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one channel decides: existence, then precondition, then the rules of the command. */
final class ChannelRules {
  private final @Nullable Channel before;
  private final Registry registry;
  private final Instant now;

  /**
   * @param before none for one of which nothing was said
   */
  ChannelRules(@Nullable Channel before, Registry registry, Instant now) {
    this.before = before;
    this.registry = registry;
    this.now = now;
  }

  RegistryVerdict<ChannelEvent> decide(ChannelCommand command) {
    boolean isThere = before != null || command.channel().equals(ChannelBook.DEFAULT);
    if (!isThere && !(command instanceof PutChannel)) {
      return RegistryVerdict.refused(new UnknownChannel(command.channel()));
    }
    long version = before == null ? 0 : before.version();
    Long expected = command.ifVersion();
    if (expected != null && expected != version) {
      return RegistryVerdict.refused(
          new StaleRegistryVersion("channel", command.channel(), expected, version));
    }
    return switch (command) {
      case PutChannel c ->
          before != null && c.traits().equals(before.traits())
              ? RegistryVerdict.unchanged()
              : RegistryVerdict.happens(new ChannelSet(c.channel(), c.traits(), now, now));
      case RetireChannel c ->
          before != null && before.retired()
              ? RegistryVerdict.unchanged()
              : RegistryVerdict.happens(new ChannelRetired(c.channel(), now, now));
      case ReinstateChannel c ->
          before == null || !before.retired()
              ? RegistryVerdict.unchanged()
              : RegistryVerdict.happens(new ChannelReinstated(c.channel(), now, now));
      case PutChannelRule c -> put(c);
      case RemoveChannelRule c ->
          rule(c.rule()) == null
              ? RegistryVerdict.refused(new UnknownChannelRule(c.channel(), c.rule()))
              : RegistryVerdict.happens(new ChannelRuleRemoved(c.channel(), c.rule(), now, now));
    };
  }

  private RegistryVerdict<ChannelEvent> put(PutChannelRule c) {
    ChannelRule known = rule(c.rule());
    if (known != null && known.says(c)) {
      return RegistryVerdict.unchanged();
    }
    Refusal unknown = unknown(c.scope());
    if (unknown != null) {
      return RegistryVerdict.refused(unknown);
    }
    if (known == null && before != null && before.rules().size() >= ChannelCommand.MOST_RULES) {
      return RegistryVerdict.refused(new TooManyRules(c.channel(), ChannelCommand.MOST_RULES));
    }
    return RegistryVerdict.happens(
        new ChannelRuleSet(c.channel(), c.rule(), c.scope(), c.terms(), c.why(), now, now));
  }

  private @Nullable ChannelRule rule(String rule) {
    return before == null ? null : before.rules().get(rule);
  }

  /** A product or place that is named must be there; a group may be any name. */
  private @Nullable Refusal unknown(RuleScope scope) {
    String sku = scope.sku();
    if (sku != null && !registry.knowsProduct(sku)) {
      return new UnknownSku(sku);
    }
    String location = scope.location();
    return location != null && !registry.knowsLocation(location)
        ? new UnknownLocation(location)
        : null;
  }
}
