package io.stockledger.query.channel;

import io.stockledger.api.Answer;
import io.stockledger.api.channel.SellableQuery.FindPastSellable;
import io.stockledger.promise.replay.Past;
import io.stockledger.promise.replay.Streams;
import io.stockledger.query.reading.ReadModel;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/**
 * What channels said at past moments. Nobody wrote it down: it is said again, by the same rules of
 * promising, from the entries that the ledger had by then.
 */
public final class PastSellableQueries {
  private static final String PLACES =
      "select location from sellable where sku = :sku order by location";

  private final ReadModel model;
  private final Streams streams;

  public PastSellableQueries(ReadModel model, Streams streams) {
    this.model = model;
    this.streams = streams;
  }

  @QueryHandler
  Answer find(FindPastSellable query) {
    long position = model.head();
    Past past = Past.at(streams, query.channel(), query.at());
    return new PastAnswer(query, past, () -> places(query.sku())).of(position);
  }

  /** Wherever the product has an entry by now; those that it had by then are among them. */
  private List<String> places(String sku) {
    return model
        .sql(PLACES)
        .param("sku", sku)
        .query((row, number) -> row.getString("location"))
        .list();
  }
}
