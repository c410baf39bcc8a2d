package io.stockledger.promise.replay;

import io.stockledger.api.LedgerEvent;
import io.stockledger.api.channel.ChannelCommand;
import io.stockledger.api.channel.ChannelEvent;
import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.location.LocationEvent;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.product.ProductEvent;
import io.stockledger.api.product.RegisterProduct;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Subject;
import io.stockledger.promise.Switches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A channel, the switches and the registry over a period of the recorded clock. Each stream is read
 * once, when it is first asked for. Not for several threads.
 */
public final class Past {
  private final Streams streams;
  private final String channel;
  private final Instant from;
  private final Instant until;
  private final Map<String, Timeline<PastLocation>> locations = new HashMap<>();
  private @Nullable Timeline<PastChannel> channels;
  private @Nullable Timeline<Switches> switches;
  private @Nullable String sku;
  private @Nullable Timeline<PastProduct> product;

  /**
   * @param from the first moment that will be asked for
   * @param until the last one
   */
  public Past(Streams streams, String channel, Instant from, Instant until) {
    this.streams = streams;
    this.channel = channel;
    this.from = from;
    this.until = until;
  }

  /** A single moment. */
  public static Past at(Streams streams, String channel, Instant moment) {
    return new Past(streams, channel, moment, moment);
  }

  boolean isChannel(@Nullable String other) {
    return channel.equals(other);
  }

  public PastChannel channelAt(Instant moment) {
    return channels().at(moment);
  }

  /** The channel as it was from the first moment on, and whenever it became another one. */
  List<ChannelBook> channelBooks() {
    List<ChannelBook> books = new ArrayList<>();
    channels().changes().forEach(moment -> books.add(channels().at(moment).book()));
    return books;
  }

  public Switches switchesAt(Instant moment) {
    if (switches == null) {
      SwitchReplay replay = new SwitchReplay();
      switches = read(SwitchEvent.STREAM, SwitchEvent.class, replay::evolve, replay::switches);
    }
    return switches.at(moment);
  }

  public PastLocation locationAt(String location, Instant moment) {
    return location(location).at(moment);
  }

  public PastProduct productAt(String sku, Instant moment) {
    return product(sku).at(moment);
  }

  /** What rules looked at of an item. */
  public Subject subjectAt(ItemId item, Instant moment) {
    return locationAt(item.location(), moment)
        .subject(
            item.location(), item.sku(), productAt(item.sku(), moment), id -> traitsAt(id, moment));
  }

  /** Moments at which what rules look at of an item may have become something else. */
  SortedSet<Instant> subjectChanges(ItemId item) {
    SortedSet<Instant> changes = new TreeSet<>(product(item.sku()).changes());
    changes.addAll(location(item.location()).changes());
    for (Instant moment : List.copyOf(changes)) {
      for (String group : subjectAt(item, moment).groups()) {
        changes.addAll(location(group).changes());
      }
    }
    return changes;
  }

  /**
   * Everything, with what the books said of an item by then; none where there was no such channel.
   */
  public @Nullable FactsAt facts(ItemId item, ItemReplay replay, Instant moment) {
    PastChannel found = channelAt(moment);
    return found.exists()
        ? new FactsAt(
            found.book(),
            switchesAt(moment),
            subjectAt(item, moment),
            replay.stockAt(moment, channel),
            locationAt(item.location(), moment).place(),
            moment)
        : null;
  }

  /** Hands over the entries of an item up to the last moment. */
  void entriesOf(ItemId item, ObjLongConsumer<StockEvent> taker) {
    streams.read(
        item.stream(), until, (event, position) -> taker.accept((StockEvent) event, position));
  }

  /** The item after all of its entries up to the last moment. */
  public ItemReplay item(ItemId item) {
    ItemReplay replay = new ItemReplay();
    entriesOf(item, replay::evolve);
    return replay;
  }

  private @Nullable LocationTraits traitsAt(String location, Instant moment) {
    PastLocation found = locationAt(location, moment);
    return found.registered() ? found.traits() : null;
  }

  private Timeline<PastChannel> channels() {
    if (channels == null) {
      ChannelReplay replay = new ChannelReplay(channel);
      channels =
          read(ChannelCommand.stream(channel), ChannelEvent.class, replay::evolve, replay::channel);
    }
    return channels;
  }

  private Timeline<PastLocation> location(String location) {
    Timeline<PastLocation> known = locations.get(location);
    if (known == null) {
      LocationReplay replay = new LocationReplay();
      known =
          read(
              RegisterLocation.stream(location),
              LocationEvent.class,
              replay::evolve,
              replay::location);
      locations.put(location, known);
    }
    return known;
  }

  /** Items are asked for product by product; only the last one is kept. */
  private Timeline<PastProduct> product(String sku) {
    if (product == null || !sku.equals(this.sku)) {
      ProductReplay replay = new ProductReplay();
      this.sku = sku;
      product =
          read(RegisterProduct.stream(sku), ProductEvent.class, replay::evolve, replay::product);
    }
    return product;
  }

  private <E extends LedgerEvent, T> Timeline<T> read(
      String stream, Class<E> kind, Consumer<E> evolve, Supplier<T> state) {
    return Timeline.read(streams, stream, kind, from, until, evolve, state);
  }
}
