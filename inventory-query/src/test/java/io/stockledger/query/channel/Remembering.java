package io.stockledger.query.channel;

import static io.stockledger.projections.testing.Story.ITEM;
import static io.stockledger.projections.testing.Story.START;

import io.stockledger.api.Answer;
import io.stockledger.api.channel.SellableOfManyView;
import io.stockledger.api.channel.SellableQuery.FindSellable;
import io.stockledger.api.channel.SellableQuery.FindSellableOfMany;
import io.stockledger.api.channel.SellableView;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.testing.ReadDatabase;
import io.stockledger.projections.testing.Story;
import io.stockledger.query.near.Heard;
import io.stockledger.query.reading.ReadModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A node that reads, remembers and hears what it is told; its ledger is a story. */
final class Remembering {
  final ReadDatabase database = new ReadDatabase();
  final WatchedTables tables = new WatchedTables(database.dataSource());
  final Heard heard = new Heard(() -> 0, 1_000);
  final Story story = new Story();
  final SellableQueries queries;
  private volatile Instant now = START.plusSeconds(1);
  private volatile Runnable onClock = () -> {};
  private int folded;

  Remembering() {
    queries = new SellableQueries(new ReadModel(tables, this::now, heard), 1_000_000);
    heard.trueAt(0);
  }

  private Instant now() {
    onClock.run();
    return now;
  }

  /** When a read next asks what time it is, which it does before it looks for anything. */
  void onClock(Runnable once) {
    onClock =
        () -> {
          onClock = () -> {};
          once.run();
        };
  }

  void at(Instant moment) {
    now = moment;
  }

  /** What the story has by now is committed and heard. */
  Remembering hear() {
    List<RecordedEvent> unheard = story.after(Math.toIntExact(heard.position()));
    heard.heard(
        heard.position(),
        story.events().size(),
        unheard.stream().map(RecordedEvent::stream).toList());
    return this;
  }

  /** What the story has by now is in the tables. */
  Remembering fold() {
    List<RecordedEvent> unfolded = story.after(folded);
    folded = story.events().size();
    if (!unfolded.isEmpty()) {
      database.fold(unfolded);
    }
    return this;
  }

  static FindSellable item() {
    return at(ITEM.location());
  }

  static FindSellable at(String location) {
    return new FindSellable("default", ITEM.sku(), location);
  }

  static FindSellable everywhere() {
    return new FindSellable("default", ITEM.sku(), null);
  }

  Answer read(FindSellable query) {
    return queries.find(query);
  }

  SellableOfManyView read(FindSellableOfMany query) {
    return query.viewIn(queries.findMany(query));
  }

  Optional<SellableView> remembered(FindSellable query) {
    return queries.fromMemory(query, 0).map(query::viewIn);
  }

  Optional<SellableOfManyView> remembered(FindSellableOfMany query) {
    return queries.fromMemory(query, 0).map(query::viewIn);
  }
}
