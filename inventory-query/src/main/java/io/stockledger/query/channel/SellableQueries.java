package io.stockledger.query.channel;

import io.stockledger.api.Answer;
import io.stockledger.api.Query;
import io.stockledger.api.channel.SellableQuery;
import io.stockledger.api.channel.SellableQuery.FindSellable;
import io.stockledger.api.channel.SellableQuery.FindSellableOfMany;
import io.stockledger.api.channel.SellableView;
import io.stockledger.api.stock.ItemId;
import io.stockledger.query.channel.SellableRows.Row;
import io.stockledger.query.near.Place;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** What channels may offer. There is one channel so far, which shows what is available. */
public final class SellableQueries {
  private final ReadModel model;
  private final SellableRows rows;
  private final SellableMemory memory;
  private final NearSellable near;

  /** Without a memory. */
  public SellableQueries(ReadModel model) {
    this(model, 0);
  }

  /**
   * @param memory about how many bytes may be taken to remember what the tables said
   */
  public SellableQueries(ReadModel model, long memory) {
    this.model = model;
    this.rows = new SellableRows(model);
    this.memory = new SellableMemory(model.heard(), memory);
    this.near = new NearSellable(model, rows, this.memory);
  }

  /**
   * The answer from memory, where that is safe and quicker; empty where the tables are to be asked.
   *
   * @param minPosition up to which it must know everything
   */
  public Optional<? extends Answer.View> fromMemory(Query<?> query, long minPosition) {
    return switch (query) {
      case FindSellable one -> near.find(one, minPosition);
      case FindSellableOfMany many -> near.findMany(many, minPosition);
      default -> Optional.empty();
    };
  }

  @QueryHandler
  Answer find(FindSellable query) {
    if (!isChannel(query.channel())) {
      return unknownChannel(query.channel());
    }
    Instant now = model.now();
    List<String> locations = query.location() == null ? List.of() : List.of(query.location());
    long epoch = memory.epoch();
    Rows<Row> found = rows.read(query.channel(), List.of(query.sku()), locations, now);
    Optional<Row> parked = found.items().stream().filter(Row::parked).findFirst();
    if (parked.isPresent()) {
      ItemId item = new ItemId(parked.get().location(), parked.get().sku());
      return new Answer.Parked(SellableRows.PROJECTION, item.stream(), parked.get().version());
    }
    if (found.items().isEmpty() && !isKnownWithoutStock(query)) {
      return unknown(query);
    }
    Offer offer = Offer.of(found);
    if (!found.items().isEmpty()) {
      memory.keep(query.channel(), new Place(query.sku(), query.location()), offer, now, epoch);
    }
    return view(query, offer, found.position(), now);
  }

  @QueryHandler
  Answer findMany(FindSellableOfMany query) {
    if (!isChannel(query.channel())) {
      return unknownChannel(query.channel());
    }
    Instant now = model.now();
    SellableRows.Read read = rows.read(query, memory, now);
    ManyView view = new ManyView(query);
    for (String sku : query.skus()) {
      for (@Nullable String location : ManyView.places(query)) {
        read.lines().addTo(view, sku, location);
      }
    }
    return view.view(read.position(), now);
  }

  static SellableView view(FindSellable query, Offer offer, long position, Instant now) {
    return new SellableView(
        query.channel(),
        query.sku(),
        offer.sellable(),
        offer.places(),
        position,
        now,
        offer.stamp());
  }

  private static boolean isChannel(String channel) {
    return channel.equals(SellableQuery.DEFAULT_CHANNEL);
  }

  private static Answer unknownChannel(String channel) {
    return new Answer.Unknown("unknown-channel", Map.of("channel", channel));
  }

  /** Over all locations, a product that is nowhere is an answer: none. */
  private boolean isKnownWithoutStock(FindSellable query) {
    return query.location() == null
        && model.exists("select 1 from product where sku = :id", query.sku());
  }

  private Answer unknown(FindSellable query) {
    return query.location() == null
        ? new Answer.Unknown("unknown-sku", Map.of("sku", query.sku()))
        : model.unknown(new ItemId(query.location(), query.sku()));
  }
}
