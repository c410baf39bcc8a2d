package io.stockledger.server.wiring;

import io.stockledger.api.channel.ChannelCommand;
import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationTraits;
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
import io.stockledger.promise.Place.Source;
import io.stockledger.promise.Subject;
import io.stockledger.promise.Switches;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What channels may promise, from the aggregates as the decider has them: with what earlier
 * commands of the batch made of them, and completed by what other nodes wrote before a batch is
 * decided on top of it.
 */
final class LedgerOffering implements Offering {
  /** So many channels at most are kept ready to be asked; beyond, all are made anew. */
  private static final int MOST_BOOKS = 10_000;

  private final Locations locations;
  private final Products products;
  private final Function<String, @Nullable Channel> channels;
  private final Supplier<@Nullable SwitchBoard> board;
  private final ChannelBook standard = ChannelBook.defaultChannel();
  private final Map<String, Made<Channel, ChannelBook>> books = new ConcurrentHashMap<>();
  private volatile @Nullable Made<SwitchBoard, Switches> pulled;

  LedgerOffering(
      Locations locations,
      Products products,
      LedgerRepository<ChannelAggregate, Channel> channels,
      LedgerRepository<SwitchBoardAggregate, SwitchBoard> boards) {
    this(
        locations,
        products,
        channel -> channels.stateOf(ChannelCommand.stream(channel)),
        () -> boards.stateOf(SwitchEvent.STREAM));
  }

  /** From states wherever they come from. */
  LedgerOffering(
      Locations locations,
      Products products,
      Function<String, @Nullable Channel> channels,
      Supplier<@Nullable SwitchBoard> board) {
    this.locations = locations;
    this.products = products;
    this.channels = channels;
    this.board = board;
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
    Channel state = channels.apply(channel);
    if (state == null) {
      return channel.equals(ChannelBook.DEFAULT) ? standard : null;
    }
    Made<Channel, ChannelBook> known = books.get(channel);
    if (known != null && known.isOf(state)) {
      return known.made();
    }
    ChannelBook book = state.book();
    if (books.size() >= MOST_BOOKS) {
      books.clear();
    }
    books.put(channel, new Made<>(state, book));
    return book;
  }

  @Override
  public Switches switches() {
    SwitchBoard state = board.get();
    if (state == null) {
      return Switches.NONE;
    }
    Made<SwitchBoard, Switches> known = pulled;
    if (known != null && known.isOf(state)) {
      return known.made();
    }
    Switches switches = state.pulled();
    pulled = new Made<>(state, switches);
    return switches;
  }

  @Override
  public Subject subject(ItemId item) {
    Product product = products.find(item.sku());
    Location location = locations.find(item.location());
    return Subject.of(
        item.sku(),
        product == null ? ProductTraits.NONE : product.traits(),
        item.location(),
        location == null ? LocationKind.WAREHOUSE : location.kind(),
        location == null ? Set.of() : Subject.groups(location.traits(), this::traitsOf),
        (product != null && product.retired()) || (location != null && location.retired()));
  }

  private @Nullable LocationTraits traitsOf(String location) {
    Location found = locations.find(location);
    return found == null ? null : found.traits();
  }

  @Override
  public Place place(String id) {
    Location location = locations.find(id);
    if (location == null) {
      return Place.UNWATCHED;
    }
    List<Source> sources =
        location.watches().entrySet().stream()
            .map(
                watch ->
                    new Source(
                        watch.getKey(),
                        watch.getValue().staleSince(),
                        watch.getValue().lastHeardAt()))
            .toList();
    return new Place(location.traits().countAccuracyPerMille(), sources);
  }
}
