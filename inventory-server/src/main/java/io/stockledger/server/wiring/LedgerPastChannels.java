package io.stockledger.server.wiring;

import io.stockledger.api.Answer;
import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.api.channel.ChannelView;
import io.stockledger.api.channel.ChannelView.ChannelCard;
import io.stockledger.api.channel.EffectiveRuleView;
import io.stockledger.api.channel.Exposure;
import io.stockledger.api.channel.RuleTerms;
import io.stockledger.api.stock.ItemId;
import io.stockledger.command.channel.Channel;
import io.stockledger.command.channel.Offering;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Subject;
import io.stockledger.promise.Switches.Pulled;
import io.stockledger.promise.Terms;
import io.stockledger.server.channel.PastChannels;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Past channels from the ledger alone, so that no read model has to remember them. */
final class LedgerPastChannels implements PastChannels {
  private final PastOfferings past;
  private final LedgerFeed feed;
  private final InstantSource clock;

  LedgerPastChannels(PastOfferings past, LedgerFeed feed, InstantSource clock) {
    this.past = past;
    this.feed = feed;
    this.clock = clock;
  }

  @Override
  public Answer channel(String id, Instant at) {
    long position = feed.headPosition();
    Channel channel = past.channel(id, at);
    if (channel == null && !id.equals(ChannelBook.DEFAULT)) {
      return new Answer.Unknown("unknown-channel", Map.of("channel", id));
    }
    ChannelCard card = channel == null ? untouched() : card(channel);
    return new ChannelView(card, position, clock.instant(), "v" + card.version());
  }

  private static ChannelCard untouched() {
    ChannelTraits traits = ChannelBook.defaultChannel().traits();
    return new ChannelCard(ChannelBook.DEFAULT, traits, false, false, 0, 0, null);
  }

  private static ChannelCard card(Channel channel) {
    return new ChannelCard(
        channel.channel(),
        channel.book().traits(),
        channel.traits() != null,
        channel.retired(),
        channel.rules().size(),
        channel.version(),
        channel.lastRecordedAt());
  }

  @Override
  public Answer effective(String id, String sku, String location, @Nullable Instant given) {
    long position = feed.headPosition();
    Instant now = clock.instant();
    Instant at = given == null ? now : given;
    Offering offering = past.at(at);
    ChannelBook channel = offering.channel(id);
    if (channel == null) {
      return new Answer.Unknown("unknown-channel", Map.of("channel", id));
    }
    if (past.product(sku, at) == null) {
      return new Answer.Unknown("unknown-sku", Map.of("sku", sku));
    }
    if (past.location(location, at) == null) {
      return new Answer.Unknown("unknown-location", Map.of("location", location));
    }
    Subject subject = offering.subject(new ItemId(location, sku));
    Terms terms = channel.termsFor(subject);
    Pulled pulled = offering.switches().strongest(id, subject);
    return new EffectiveRuleView(
        id,
        sku,
        location,
        at,
        channel.version(),
        !subject.retired()
            && channel.reaches(subject)
            && terms.exposure().shown() != Exposure.Shown.NONE,
        said(terms),
        terms.rules(),
        pulled == null ? null : pulled.switchId(),
        pulled == null ? null : pulled.level(),
        position,
        now,
        stamp(channel, subject, pulled));
  }

  /** The same wherever the same would be answered. */
  private static String stamp(ChannelBook channel, Subject subject, @Nullable Pulled pulled) {
    return "v%d-%08x".formatted(channel.version(), Objects.hash(subject, pulled));
  }

  private static RuleTerms said(Terms terms) {
    return new RuleTerms(
        terms.buffer(),
        terms.exposure(),
        terms.listingCap(),
        terms.freshFor(),
        terms.fallbackAfter(),
        terms.fallback(),
        terms.pickup(),
        terms.countedWithin(),
        terms.reservationWindow(),
        terms.backorder(),
        terms.preOrder(),
        terms.confirmBelowPerMille(),
        terms.limitedInTransition(),
        terms.nearbyWithin());
  }
}
