package io.stockledger.query.channel;

import io.stockledger.api.Answer;
import io.stockledger.api.channel.SellableOfManyView;
import io.stockledger.api.channel.SellableOfManyView.SellableLine;
import io.stockledger.api.channel.SellableQuery;
import io.stockledger.api.channel.SellableQuery.FindSellable;
import io.stockledger.api.channel.SellableQuery.FindSellableOfMany;
import io.stockledger.api.channel.SellableView;
import io.stockledger.api.channel.SellableView.SellableAt;
import io.stockledger.api.stock.ItemId;
import io.stockledger.query.channel.SellableRows.Row;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** What channels may offer. There is one channel so far, which shows what is available. */
public final class SellableQueries {
  private final ReadModel model;
  private final SellableRows rows;

  public SellableQueries(ReadModel model) {
    this.model = model;
    this.rows = new SellableRows(model);
  }

  @QueryHandler
  Answer find(FindSellable query) {
    if (!isChannel(query.channel())) {
      return unknownChannel(query.channel());
    }
    Instant now = model.now();
    List<String> locations = query.location() == null ? List.of() : List.of(query.location());
    Rows<Row> found = rows.read(query.channel(), List.of(query.sku()), locations, now);
    Optional<Row> parked = found.items().stream().filter(Row::parked).findFirst();
    if (parked.isPresent()) {
      ItemId item = new ItemId(parked.get().location(), parked.get().sku());
      return new Answer.Parked(SellableRows.PROJECTION, item.stream(), parked.get().version());
    }
    if (found.items().isEmpty() && !isKnownWithoutStock(query)) {
      return unknown(query);
    }
    return view(query, found, now);
  }

  @QueryHandler
  Answer findMany(FindSellableOfMany query) {
    if (!isChannel(query.channel())) {
      return unknownChannel(query.channel());
    }
    Instant now = model.now();
    Rows<Row> found = rows.read(query.channel(), query.skus(), query.locations(), now);
    List<SellableLine> lines = new ArrayList<>();
    Lines made = Lines.of(found.items(), model, query);
    for (String sku : query.skus()) {
      if (query.locations().isEmpty()) {
        lines.add(made.total(sku));
      }
      for (String location : query.locations()) {
        lines.add(made.at(location, sku));
      }
    }
    return new SellableOfManyView(query.channel(), lines, found.position(), now, Stamps.of(lines));
  }

  private static SellableView view(FindSellable query, Rows<Row> found, Instant now) {
    List<SellableAt> lines =
        found.items().stream()
            .map(r -> new SellableAt(r.location(), r.figure(), r.rule(), r.version(), r.position()))
            .toList();
    long sum = lines.stream().mapToLong(SellableAt::sellable).sum();
    return new SellableView(
        query.channel(), query.sku(), sum, lines, found.position(), now, Stamps.of(lines));
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
