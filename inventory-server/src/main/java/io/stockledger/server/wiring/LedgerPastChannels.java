package io.stockledger.server.wiring;

import io.stockledger.api.Answer;
import io.stockledger.api.channel.ChannelView;
import io.stockledger.api.channel.ChannelView.ChannelCard;
import io.stockledger.api.channel.EffectiveRuleView;
import io.stockledger.api.channel.RuleTerms;
import io.stockledger.api.stock.ItemId;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Subject;
import io.stockledger.promise.Switches.Pulled;
import io.stockledger.promise.Terms;
import io.stockledger.promise.replay.Past;
import io.stockledger.promise.replay.PastChannel;
import io.stockledger.promise.replay.Streams;
import io.stockledger.query.reading.Stamps;
import io.stockledger.server.channel.PastChannels;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Past channels from the ledger alone, so that no read model has to remember them. */
final class LedgerPastChannels implements PastChannels {
  private final Streams streams;
  private final LedgerFeed feed;
  private final InstantSource clock;

  LedgerPastChannels(Streams streams, LedgerFeed feed, InstantSource clock) {
    this.streams = streams;
    this.feed = feed;
    this.clock = clock;
  }

  @Override
  public Answer channel(String id, Instant at) {
    long position = feed.headPosition();
    PastChannel channel = Past.at(streams, id, at).channelAt(at);
    if (!channel.exists()) {
      return new Answer.Unknown("unknown-channel", Map.of("channel", id));
    }
    ChannelCard card = card(channel);
    return new ChannelView(card, position, clock.instant(), "v" + card.version());
  }

  private static ChannelCard card(PastChannel channel) {
    ChannelBook book = channel.book();
    return new ChannelCard(
        book.channel(),
        book.traits(),
        channel.put(),
        book.retired(),
        book.rules().size(),
        book.version(),
        channel.lastRecordedAt());
  }

  @Override
  public Answer effective(String id, String sku, String location, @Nullable Instant given) {
    long position = feed.headPosition();
    Instant now = clock.instant();
    Instant at = given == null ? now : given;
    Past past = Past.at(streams, id, at);
    PastChannel found = past.channelAt(at);
    if (!found.exists()) {
      return new Answer.Unknown("unknown-channel", Map.of("channel", id));
    }
    if (!past.productAt(sku, at).registered()) {
      return new Answer.Unknown("unknown-sku", Map.of("sku", sku));
    }
    if (!past.locationAt(location, at).registered()) {
      return new Answer.Unknown("unknown-location", Map.of("location", location));
    }
    ChannelBook channel = found.book();
    Subject subject = past.subjectAt(new ItemId(location, sku), at);
    Terms terms = channel.termsFor(subject);
    Pulled pulled = past.switchesAt(at).strongest(id, subject);
    return new EffectiveRuleView(
        id,
        sku,
        location,
        at,
        channel.version(),
        channel.exposes(subject, terms),
        said(terms),
        terms.rules(),
        pulled == null ? null : pulled.switchId(),
        pulled == null ? null : pulled.level(),
        position,
        now,
        "v%d-%s".formatted(channel.version(), Stamps.of(subject + " " + pulled)));
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
