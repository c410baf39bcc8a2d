package io.stockledger.query.channel;

import io.stockledger.api.Answer;
import io.stockledger.api.channel.OfferLine;
import io.stockledger.api.channel.SellableQuery.FindPastSellable;
import io.stockledger.api.channel.SellableView;
import io.stockledger.api.location.Coordinates;
import io.stockledger.api.stock.ItemId;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Promise;
import io.stockledger.promise.replay.FactsAt;
import io.stockledger.promise.replay.ItemReplay;
import io.stockledger.promise.replay.Past;
import io.stockledger.promise.replay.PastChannel;
import io.stockledger.promise.replay.PastLocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The answer about one SKU at a past moment, in the form in which it was given then. */
final class PastAnswer {
  private final FindPastSellable query;
  private final Past past;
  private final Supplier<List<String>> places;
  private final Instant at;

  /**
   * @param places at which the product may have been
   */
  PastAnswer(FindPastSellable query, Past past, Supplier<List<String>> places) {
    this.query = query;
    this.past = past;
    this.places = places;
    this.at = query.at();
  }

  /**
   * @param position of the ledger's last entry by now
   */
  Answer of(long position) {
    PastChannel channel = past.channelAt(at);
    if (!channel.exists()) {
      return new Answer.Unknown("unknown-channel", Map.of("channel", query.channel()));
    }
    PastLocation location = past.locationAt(query.location(), at);
    if (!location.registered()) {
      return unknown("unknown-location");
    }
    if (!past.productAt(query.sku(), at).registered()) {
      return unknown("unknown-sku");
    }
    List<String> summed = location.traits().summed();
    List<Evaluated> items = new ArrayList<>();
    for (String member : summed.isEmpty() ? List.of(query.location()) : summed) {
      Evaluated item = evaluate(new ItemId(member, query.sku()));
      if (item != null) {
        items.add(item);
      }
    }
    if (items.isEmpty() && summed.isEmpty()) {
      return unknown("unknown-item");
    }
    if (items.size() == 1) {
      items.set(0, withNearby(items.getFirst()));
    }
    return view(channel.book(), items, position);
  }

  private Answer unknown(String type) {
    return new Answer.Unknown(
        type, Map.of("location", query.location(), "sku", query.sku(), "at", at.toString()));
  }

  /** None where the item had no entry yet. */
  private @Nullable Evaluated evaluate(ItemId item) {
    ItemReplay replay = past.item(item);
    if (replay.version() == 0) {
      return null;
    }
    FactsAt facts = Objects.requireNonNull(past.facts(item, replay, at));
    return new Evaluated(
        item,
        facts.promise(query.asked().forPickup()).until(replay.nextDue(at)),
        facts.place(),
        replay.version(),
        replay.position(),
        facts.channel().version());
  }

  private Answer view(ChannelBook book, List<Evaluated> items, long position) {
    Sum sum = items.isEmpty() ? OneAnswer.nowhere(book) : Sum.of(items);
    Stamping stamping = new Stamping(book.version());
    List<OfferLine> lines = new ArrayList<>(items.size());
    for (Evaluated item : items) {
      OfferLine line = LineMaking.line(item, query.asked(), at).of(null, item.item().location());
      lines.add(line);
      stamping.add(line);
    }
    stamping.add(sum.line(query.sku(), query.location()));
    return new SellableView(
        query.channel(),
        query.sku(),
        sum.state(),
        sum.sellable(),
        sum.left(),
        sum.on(),
        sum.pickup(),
        sum.confidence(),
        lines,
        book.version(),
        position,
        at,
        null,
        stamping.stamp());
  }

  /** Out of stock, but it was to be had within the distance that the rule named. */
  private Evaluated withNearby(Evaluated item) {
    Long within = item.promise().terms().nearbyWithin();
    Coordinates centre = coordinates(item.item().location());
    if (!item.promise().wantsNearby() || within == null || centre == null) {
      return item;
    }
    for (String place : places.get()) {
      Coordinates there = coordinates(place);
      if (!place.equals(item.item().location())
          && there != null
          && Neighbourhood.metres(centre, there) <= within
          && hasUnits(new ItemId(place, query.sku()))) {
        return item.with(item.promise().nearby());
      }
    }
    return item;
  }

  private boolean hasUnits(ItemId item) {
    Evaluated found = evaluate(item);
    Promise promise = found == null ? null : found.promise();
    return promise != null && promise.state().isOffered() && promise.arithmetic().units() > 0;
  }

  private @Nullable Coordinates coordinates(String location) {
    return past.locationAt(location, at).traits().coordinates();
  }
}
