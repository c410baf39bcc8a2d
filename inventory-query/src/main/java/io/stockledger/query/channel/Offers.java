package io.stockledger.query.channel;

import io.stockledger.api.stock.ItemId;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Place;
import io.stockledger.promise.Promise;
import io.stockledger.promise.Promising;
import io.stockledger.promise.Switches;
import io.stockledger.query.near.Heard;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What channels may promise of items, for whoever announces it: from the tables of the items, and
 * from what this node knows of channels, switches and the registry.
 */
public final class Offers {
  /** While something is due that is not recorded as such, which is soon. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final ReadModel model;
  private final FactsRows rows;
  private final Register register;

  Offers(ReadModel model, FactsRows rows, Register register) {
    this.model = model;
    this.rows = rows;
    this.register = register;
  }

  /**
   * Evaluates items in a channel. Those that have no entries, or stand still, are left out; in a
   * channel that is not there all are.
   *
   * @param now before which nothing runs out that is still in the figures
   */
  public List<Evaluated> of(String channel, Collection<ItemId> items, Instant now) {
    if (items.isEmpty()) {
      return List.of();
    }
    Rows<Facts> found = rows.of(items, now);
    Looking looking = new Looking(register, model.heard().sure() != Heard.NOT_SURE);
    ChannelBook book = looking.book(channel);
    if (book == null) {
      return List.of();
    }
    looking.products(found.items().stream().map(facts -> facts.item().sku()).toList());
    looking.locations(found.items().stream().map(facts -> facts.item().location()).toList());
    Evaluating evaluating = new Evaluating(book, looking.switches(), looking, now, false);
    List<Evaluated> evaluated = new ArrayList<>(found.items().size());
    for (Facts facts : found.items()) {
      if (!facts.parked()) {
        evaluated.add(evaluating.evaluate(facts));
      }
    }
    return evaluated;
  }

  /**
   * One channel at one moment.
   *
   * @param forPickup asked by somebody who wants to fetch it
   */
  record Evaluating(
      ChannelBook book, Switches switches, Looking looking, Instant now, boolean forPickup) {
    Evaluated evaluate(Facts facts) {
      ItemId item = facts.item();
      Place place = looking.place(item.location());
      Promise promise =
          Promising.promise(
              book,
              switches,
              looking.subject(item),
              facts.stockFor(book.channel()),
              place,
              now,
              forPickup);
      return new Evaluated(
          item,
          promise.until(later(facts.nextDue())),
          place,
          facts.version(),
          facts.position(),
          book.version());
    }

    /** What is due already is not in the figures any more; its next one is not known. */
    private @Nullable Instant later(@Nullable Instant due) {
      return due == null || due.isAfter(now) ? due : now.plus(LOOK_AGAIN);
    }
  }
}
