package io.stockledger.command.channel;

import io.stockledger.api.channel.Backorder;
import io.stockledger.api.channel.Buffer;
import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.api.channel.Exposure;
import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.PreOrder;
import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.channel.RuleTerms;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.api.stock.ItemId;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Place;
import io.stockledger.promise.Rule;
import io.stockledger.promise.Subject;
import io.stockledger.promise.Switches;
import io.stockledger.promise.Switches.Pulled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Channels that are what a test says they are. The default one is there from the beginning. */
public final class ChannelsInMemory implements Offering {
  private static final ChannelTraits EVERYWHERE =
      new ChannelTraits("any", null, null, null, null, null);

  private final Offering plain = Offering.plain();
  private final Map<String, ChannelBook> books = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private Switches switches = Switches.NONE;

  /** A channel with one rule for each of the terms, all about every item. */
  public ChannelsInMemory put(String channel, RuleTerms... terms) {
    return put(channel, EVERYWHERE, false, terms);
  }

  public ChannelsInMemory put(
      String channel, ChannelTraits traits, boolean retired, RuleTerms... terms) {
    List<Rule> rules = new ArrayList<>();
    for (RuleTerms each : terms) {
      rules.add(new Rule("R" + (rules.size() + 1), RuleScope.EVERYTHING, each));
    }
    books.put(channel, new ChannelBook(channel, traits, retired, rules, 1));
    return this;
  }

  /** All is pulled so far, or nothing is. */
  public ChannelsInMemory pull(@Nullable SwitchLevel level) {
    switches =
        level == null
            ? Switches.NONE
            : new Switches(List.of(new Pulled("s1", SwitchScope.EVERYTHING, level)));
    return this;
  }

  public boolean isPulled(SwitchLevel level) {
    return switches.pulled().stream().anyMatch(pulled -> pulled.level() == level);
  }

  public ChannelsInMemory at(String location, Place place) {
    places.put(location, place);
    return this;
  }

  /** What a channel's rules say. */
  public List<Rule> rules(String channel) {
    ChannelBook book = channel(channel);
    return book == null ? List.of() : book.rules();
  }

  @Override
  public @Nullable ChannelBook channel(String channel) {
    ChannelBook book = books.get(channel);
    return book == null ? plain.channel(channel) : book;
  }

  @Override
  public Switches switches() {
    return switches;
  }

  @Override
  public Subject subject(ItemId item) {
    return plain.subject(item);
  }

  @Override
  public Place place(String location) {
    return places.getOrDefault(location, Place.UNWATCHED);
  }

  public static RuleTerms buffer(long units) {
    return buffer(new Buffer(units, null, null, null));
  }

  public static RuleTerms buffer(Buffer buffer) {
    return terms(buffer, null, null, null, null, null);
  }

  public static RuleTerms exposure(Exposure exposure) {
    return terms(null, exposure, null, null, null, null);
  }

  public static RuleTerms cap(long units) {
    return terms(null, null, units, null, null, null);
  }

  public static RuleTerms window(Duration window) {
    return terms(null, null, null, window, null, null);
  }

  public static RuleTerms backorder(long units) {
    return backorder(new Backorder(units, null, null, null, null));
  }

  public static RuleTerms backorder(Backorder backorder) {
    return terms(null, null, null, null, backorder, null);
  }

  public static RuleTerms preOrder(PreOrder preOrder) {
    return terms(null, null, null, null, null, preOrder);
  }

  /** So long after the last word of a place nothing but the fallback is said. */
  public static RuleTerms silentAfter(Duration time, OfferState fallback) {
    return new RuleTerms(
        null, null, null, null, time, fallback, null, null, null, null, null, null, null, null);
  }

  private static RuleTerms terms(
      @Nullable Buffer buffer,
      @Nullable Exposure exposure,
      @Nullable Long cap,
      @Nullable Duration window,
      @Nullable Backorder backorder,
      @Nullable PreOrder preOrder) {
    return new RuleTerms(
        buffer, exposure, cap, null, null, null, null, null, window, backorder, preOrder, null,
        null, null);
  }
}
