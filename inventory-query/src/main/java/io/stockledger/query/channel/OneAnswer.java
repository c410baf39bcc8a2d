package io.stockledger.query.channel;

import io.stockledger.api.Answer;
import io.stockledger.api.channel.OfferLine;
import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.SellableQuery.FindSellable;
import io.stockledger.api.channel.SellableView;
import io.stockledger.api.location.Coordinates;
import io.stockledger.api.location.LocationQuery.Near;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Promise;
import io.stockledger.query.channel.Offers.Evaluating;
import io.stockledger.query.near.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The answer about one SKU. */
final class OneAnswer {
  private final FindSellable query;
  private final Looking looking;
  private final Supplier<@Nullable KnownFacts> everywhere;
  private final Instant now;

  /**
   * @param everywhere the facts of the SKU over all places, asked for where they are needed; none
   *     where it is nowhere, or where they are not known
   */
  OneAnswer(
      FindSellable query, Looking looking, Supplier<@Nullable KnownFacts> everywhere, Instant now) {
    this.query = query;
    this.everywhere = everywhere;
    this.looking = looking;
    this.now = now;
  }

  /**
   * Where the facts are found.
   *
   * @param locations none for all
   */
  static List<Place> places(FindSellable query, List<String> locations) {
    return locations.isEmpty()
        ? List.of(new Place(query.sku(), null))
        : locations.stream().map(location -> new Place(query.sku(), location)).toList();
  }

  /**
   * @param locations whose facts are wanted; none for all
   * @param position up to where the facts are folded
   */
  Answer of(List<String> locations, Map<Place, KnownFacts> found, long position) {
    ChannelBook book = looking.book(query.channel());
    if (book == null) {
      return new Answer.Unknown("unknown-channel", Map.of("channel", query.channel()));
    }
    List<Facts> facts = new ArrayList<>();
    for (Place place : places(query, locations)) {
      KnownFacts known = found.get(place);
      if (known != null) {
        facts.addAll(known.items());
      }
    }
    for (Facts each : facts) {
      if (each.parked()) {
        return new Answer.Parked(FactsRows.PROJECTION, each.item().stream(), each.version());
      }
    }
    if (facts.isEmpty()) {
      Answer unknown = unknown();
      if (unknown != null) {
        return unknown;
      }
    }
    if (facts.size() > 1) {
      looking.locations(facts.stream().map(each -> each.item().location()).toList());
    }
    Evaluating evaluating =
        new Evaluating(book, looking.switches(), looking, now, query.asked().forPickup());
    return view(evaluating, facts, position);
  }

  /** Why there is nothing; over several locations a product that is nowhere is an answer. */
  private @Nullable Answer unknown() {
    String location = query.location();
    if (location != null && looking.location(location) == null) {
      return unknown("unknown-location", location);
    }
    if (looking.product(query.sku()) == null) {
      return unknown("unknown-sku", location);
    }
    boolean isOne =
        location != null && SellableQueries.members(location, looking).contains(location);
    return isOne ? unknown("unknown-item", location) : null;
  }

  private Answer unknown(String type, @Nullable String location) {
    return new Answer.Unknown(
        type,
        location == null
            ? Map.of("sku", query.sku())
            : Map.of("location", location, "sku", query.sku()));
  }

  private SellableView view(Evaluating evaluating, List<Facts> facts, long position) {
    Neighbourhood near = Neighbourhood.of(query.near(), looking, now);
    List<Evaluated> items = new ArrayList<>(facts.size());
    for (Facts each : facts) {
      if (near.has(each.item().location())) {
        items.add(evaluating.evaluate(each));
      }
    }
    if (items.size() == 1 && query.location() != null) {
      items.set(0, withNearby(items.getFirst(), evaluating));
    }
    Sum sum = items.isEmpty() ? nowhere(evaluating.book()) : Sum.of(items);
    Stamping stamping = new Stamping(evaluating.book().version());
    List<OfferLine> lines = new ArrayList<>(items.size());
    for (Evaluated item : near.nearestFirst(items)) {
      stamping.holdsUntil(item.promise().validUntil());
      if (LineMaking.isExposed(item) || query.asked().explained() || query.location() != null) {
        OfferLine line = LineMaking.line(item, query.asked(), now).of(null, item.item().location());
        OfferLine told = near.at(line);
        lines.add(told);
        stamping.add(told);
      }
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
        evaluating.book().version(),
        looking.position(position),
        now,
        stamping.validUntil(),
        stamping.stamp());
  }

  /** Where no rule can hide it, none is told as a figure. */
  static Sum nowhere(ChannelBook book) {
    return book.rules().isEmpty()
        ? new Sum(OfferState.OUT_OF_STOCK, 0L, null, null, false, null)
        : Sum.NOWHERE;
  }

  /** Out of stock, but to be had within the distance that the rule names. */
  private Evaluated withNearby(Evaluated item, Evaluating evaluating) {
    Long within = item.promise().terms().nearbyWithin();
    Register.LocationFacts here = looking.location(item.item().location());
    Coordinates centre = here == null ? null : here.traits().coordinates();
    if (!item.promise().wantsNearby() || within == null || centre == null) {
      return item;
    }
    Neighbourhood around = Neighbourhood.of(new Near(centre, within), looking, now);
    KnownFacts known = everywhere.get();
    for (Facts other : known == null ? List.<Facts>of() : known.items()) {
      if (!other.item().equals(item.item())
          && !other.parked()
          && around.has(other.item().location())) {
        Promise there = evaluating.evaluate(other).promise();
        if (there.state().isOffered() && there.arithmetic().units() > 0) {
          return item.with(item.promise().nearby().until(there.validUntil()));
        }
      }
    }
    return item;
  }
}
