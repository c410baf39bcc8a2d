package io.stockledger.outgoing.feed;

import io.stockledger.api.channel.OfferState;
import io.stockledger.api.stock.ItemId;
import io.stockledger.outgoing.change.ChangeLog;
import io.stockledger.outgoing.change.Items;
import io.stockledger.outgoing.change.Offers;
import io.stockledger.outgoing.change.Offers.Seen;
import io.stockledger.outgoing.change.Reach;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a channel offers in stores, in the form of Google's local inventory data. A full file tells
 * of all that it offers now; an incremental one of what was told to have changed since.
 */
public final class LocalInventoryFeed {
  /**
   * So far back in the log follows what a full file may not have. It is read on any node, and may
   * miss a rule that the announcing one knew a moment earlier; what is told twice does no harm.
   */
  static final Duration OVERLAP = Duration.ofMinutes(1);

  private static final int PAGE = 500;
  private static final Comparator<Seen> BY_SKU =
      Comparator.comparing((Seen seen) -> seen.item().sku())
          .thenComparing(seen -> seen.item().location());

  private final Items items;
  private final Offers offers;
  private final ChangeLog log;
  private final ChangePlaces places;
  private final InstantSource clock;

  public LocalInventoryFeed(
      Items items, Offers offers, ChangeLog log, ChangePlaces places, InstantSource clock) {
    this.items = items;
    this.offers = offers;
    this.log = log;
    this.places = places;
    this.clock = clock;
  }

  /** Where in the log goes on what follows a full file that is begun now. */
  public long placeOfFull() {
    return places.before(clock.instant().minus(OVERLAP));
  }

  /**
   * Writes all that the channel offers now, by SKU and location, page by page.
   *
   * @param progress is told now and then how many lines there are
   */
  public void full(FeedChannel channel, InventoryFile file, LongConsumer progress) {
    List<ItemId> page = page(null);
    while (!page.isEmpty()) {
      offers.of(channel.channel(), page, clock.instant()).stream()
          .filter(seen -> seen.offered().state() != OfferState.NOT_EXPOSED)
          .sorted(BY_SKU)
          .forEach(seen -> file.write(InventoryLine.of(channel, seen.item(), seen.offered())));
      progress.accept(file.lines());
      page = page.size() < PAGE ? List.of() : page(page.getLast());
    }
  }

  private List<ItemId> page(@Nullable ItemId after) {
    return items.part(Reach.EVERYTHING, after, PAGE);
  }

  /** The last word on each item that changed since; what is too much for one file is left. */
  public LatestChanges changes(String channel, long after) {
    return LatestChanges.read(log, channel, after, LatestChanges.MOST);
  }

  /** Writes them; what the channel does not have any more is out of stock. */
  public void incremental(FeedChannel channel, LatestChanges changes, InventoryFile file) {
    changes
        .items()
        .forEach((item, offered) -> file.write(InventoryLine.of(channel, item, offered)));
  }

  /** Whether nothing is missing beyond a place of the log. */
  boolean isKept(long after) {
    return after >= log.begin();
  }
}
