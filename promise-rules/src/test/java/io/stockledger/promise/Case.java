package io.stockledger.promise;

import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.channel.RuleTerms;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.product.VelocityClass;
import io.stockledger.promise.Place.Source;
import io.stockledger.promise.Stock.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A question to the rules, said step by step; terms as they stand in JSON. */
final class Case {
  static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  static final Subject SUBJECT =
      new Subject(
          "MUG",
          "home/kitchen/mugs",
          VelocityClass.A,
          List.of("gift"),
          "S1",
          LocationKind.STORE,
          Set.of("NORTH"),
          false);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  Stock stock = Stock.NONE;
  Place place = Place.UNWATCHED;
  Switches switches = Switches.NONE;
  Subject subject = SUBJECT;
  ChannelTraits traits = new ChannelTraits("Shop", null, null, null, null, null);
  boolean retired;
  boolean forPickup;
  private final List<Rule> rules = new ArrayList<>();

  static RuleTerms terms(String json) {
    return JSON.readValue(json.replace('\'', '"'), RuleTerms.class);
  }

  static RuleScope scope(String json) {
    return JSON.readValue(json.replace('\'', '"'), RuleScope.class);
  }

  Case rule(String terms) {
    return rule("R" + (rules.size() + 1), "{}", terms);
  }

  Case rule(String id, String scope, String terms) {
    rules.add(new Rule(id, scope(scope), terms(terms)));
    return this;
  }

  Case good(long good) {
    return with("good", good);
  }

  Case reserved(long units) {
    return with("reserved", units);
  }

  Case setAside(long units) {
    return with("setAside", units);
  }

  Case with(String figure, long units) {
    ObjectNode json = JSON.valueToTree(stock);
    json.put(figure, units);
    stock = JSON.treeToValue(json, Stock.class);
    return this;
  }

  Case arrival(String by, long units) {
    List<Arrival> arrivals = new ArrayList<>(stock.arrivals());
    arrivals.add(new Arrival(LocalDate.parse(by), units));
    stock =
        new Stock(
            stock.good(),
            stock.reserved(),
            stock.setAside(),
            stock.backordered(),
            stock.backorderedHere(),
            stock.inTransit(),
            arrivals,
            stock.openDiscrepancies(),
            stock.lastCountAt(),
            stock.lastPickAt());
    return this;
  }

  Case counted(@Nullable Duration ago, @Nullable Duration pickedAgo) {
    stock =
        new Stock(
            stock.good(),
            stock.reserved(),
            stock.setAside(),
            stock.backordered(),
            stock.backorderedHere(),
            stock.inTransit(),
            stock.arrivals(),
            stock.openDiscrepancies(),
            ago == null ? null : NOW.minus(ago),
            pickedAgo == null ? null : NOW.minus(pickedAgo));
    return this;
  }

  Case counted(Duration ago) {
    return counted(ago, null);
  }

  Case picked(Duration ago) {
    return counted(null, ago);
  }

  /** A source that is overdue since, and was heard last; each so long ago. */
  Case stale(Duration since, @Nullable Duration heard) {
    List<Source> sources = new ArrayList<>(place.sources());
    sources.add(
        new Source(
            "pos" + sources.size(), NOW.minus(since), heard == null ? null : NOW.minus(heard)));
    place = new Place(place.countAccuracyPerMille(), sources);
    return this;
  }

  Case accuracy(long perMille) {
    place = new Place(perMille, place.sources());
    return this;
  }

  Case pulled(SwitchLevel level, SwitchScope scope) {
    List<Switches.Pulled> pulled = new ArrayList<>(switches.pulled());
    pulled.add(new Switches.Pulled("W" + (pulled.size() + 1), scope, level));
    switches = Switches.of(pulled);
    return this;
  }

  Case forPickup() {
    forPickup = true;
    return this;
  }

  Case of(Subject other) {
    subject = other;
    return this;
  }

  Case through(ChannelTraits other) {
    traits = other;
    return this;
  }

  ChannelBook book() {
    return new ChannelBook("shop", traits, retired, rules, 1);
  }

  Promise promise() {
    return promise(NOW);
  }

  Promise promise(Instant now) {
    return Promising.promise(book(), switches, subject, stock, place, now, forPickup);
  }
}
