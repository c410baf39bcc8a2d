package io.stockledger.server.wiring;

import io.stockledger.api.channel.ChannelCommand;
import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.product.ProductTraits;
import io.stockledger.api.stock.ItemId;
import io.stockledger.command.channel.Channel;
import io.stockledger.command.channel.ChannelAggregate;
import io.stockledger.command.channel.Offering;
import io.stockledger.command.channel.SwitchBoard;
import io.stockledger.command.channel.SwitchBoardAggregate;
import io.stockledger.command.location.Location;
import io.stockledger.command.location.Locations;
import io.stockledger.command.product.Product;
import io.stockledger.command.product.Products;
import io.stockledger.ledger.LedgerRepository;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Place;
import io.stockledger.promise.Subject;
import io.stockledger.promise.Switches;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What channels may promise, from the aggregates as the decider has them: with what earlier
 * commands of the batch made of them, and completed by what other nodes wrote before a batch is
 * decided on top of it.
 */
final class LedgerOffering implements Offering {
  /** So many channels, items and places at most are kept ready; beyond, all are made anew. */
  private static final int MOST_KEPT = 100_000;

  private final Locations locations;
  private final Products products;
  private final LedgerRepository<ChannelAggregate, Channel> channels;
  private final LedgerRepository<SwitchBoardAggregate, SwitchBoard> boards;
  private final ChannelBook standard = ChannelBook.defaultChannel();
  private final Map<String, Made<Channel, ChannelBook>> books = new ConcurrentHashMap<>();
  private final Map<ItemId, Looked> subjects = new ConcurrentHashMap<>();
  private final Map<String, Grouped> grouped = new ConcurrentHashMap<>();
  private final Map<String, Made<Location, Place>> places = new ConcurrentHashMap<>();
  private volatile @Nullable Made<SwitchBoard, Switches> pulled;

  LedgerOffering(
      Locations locations,
      Products products,
      LedgerRepository<ChannelAggregate, Channel> channels,
      LedgerRepository<SwitchBoardAggregate, SwitchBoard> boards) {
    this.locations = locations;
    this.products = products;
    this.channels = channels;
    this.boards = boards;
  }

  /**
   * Made of a state. It is used for this very state only: one of the same version that was never
   * written is another one.
   */
  private record Made<S, T>(S of, T made) {
    @SuppressWarnings("ReferenceEquality") // states are immutable, and kept while they hold
    boolean isOf(S state) {
      return of == state;
    }
  }

  @Override
  public @Nullable ChannelBook channel(String channel) {
    Channel state = channels.stateOf(ChannelCommand.stream(channel));
    if (state == null) {
      return channel.equals(ChannelBook.DEFAULT) ? standard : null;
    }
    Made<Channel, ChannelBook> known = books.get(channel);
    if (known != null && known.isOf(state)) {
      return known.made();
    }
    ChannelBook book = state.book();
    keep(books, channel, new Made<>(state, book));
    return book;
  }

  @Override
  public Switches switches() {
    SwitchBoard state = boards.stateOf(SwitchEvent.STREAM);
    if (state == null) {
      return Switches.NONE;
    }
    Made<SwitchBoard, Switches> known = pulled;
    if (known != null && known.isOf(state)) {
      return known.made();
    }
    Switches switches = state.switches();
    pulled = new Made<>(state, switches);
    return switches;
  }

  /** The same one again, as long as the registry says the same: rules are remembered by it. */
  @Override
  public Subject subject(ItemId item) {
    Product product = products.find(item.sku());
    Location location = locations.find(item.location());
    Set<String> groups = location == null ? Set.of() : groups(item.location(), location);
    Looked known = subjects.get(item);
    if (known != null && known.isOf(product, location, groups)) {
      return known.subject();
    }
    Subject subject =
        Subject.of(
            item.sku(),
            product == null ? ProductTraits.NONE : product.traits(),
            item.location(),
            location == null ? LocationKind.WAREHOUSE : location.kind(),
            groups,
            (product != null && product.retired()) || (location != null && location.retired()));
    keep(subjects, item, new Looked(product, location, groups, subject));
    return subject;
  }

  /** An item as it was looked at, and of what. */
  private record Looked(
      @Nullable Product product, @Nullable Location location, Set<String> groups, Subject subject) {
    @SuppressWarnings("ReferenceEquality") // states are immutable, and kept while they hold
    boolean isOf(@Nullable Product product, @Nullable Location location, Set<String> groups) {
      return this.product == product && this.location == location && this.groups == groups;
    }
  }

  /** All that a location belongs to, and the groups of which that was learned. */
  private record Grouped(Location of, Map<String, @Nullable Location> above, Set<String> groups) {}

  @SuppressWarnings("ReferenceEquality") // states are immutable, and kept while they hold
  private Set<String> groups(String id, Location location) {
    Grouped known = grouped.get(id);
    if (known != null
        && known.of == location
        && known.above.entrySet().stream()
            .allMatch(group -> locations.find(group.getKey()) == group.getValue())) {
      return known.groups;
    }
    Map<String, @Nullable Location> above = new HashMap<>();
    Set<String> groups =
        Set.copyOf(
            Subject.groups(
                location.traits(),
                group -> {
                  Location found = locations.find(group);
                  above.put(group, found);
                  return found == null ? null : found.traits();
                }));
    keep(grouped, id, new Grouped(location, above, groups));
    return groups;
  }

  private static <K, V> void keep(Map<K, V> kept, K key, V value) {
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.put(key, value);
  }

  @Override
  public Place place(String id) {
    Location location = locations.find(id);
    if (location == null) {
      return Place.UNWATCHED;
    }
    Made<Location, Place> known = places.get(id);
    if (known != null && known.isOf(location)) {
      return known.made();
    }
    Place place = Place.of(location.traits(), location.watches());
    keep(places, id, new Made<>(location, place));
    return place;
  }
}
