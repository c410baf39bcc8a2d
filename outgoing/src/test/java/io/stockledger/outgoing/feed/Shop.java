package io.stockledger.outgoing.feed;

import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.Offered;
import io.stockledger.api.stock.ItemId;
import io.stockledger.outgoing.change.ChangeLog;
import io.stockledger.outgoing.change.Items;
import io.stockledger.outgoing.change.LoggedChange;
import io.stockledger.outgoing.change.Offers;
import io.stockledger.outgoing.change.Reach;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One channel, what it offers and what it was told, in memory; breaks where it is told to. */
final class Shop implements Offers, Items, ChangeLog, ChangePlaces, FeedStates, InstantSource {
  static final String CHANNEL = "web";

  private final Map<ItemId, Offered> offered =
      new TreeMap<>(Comparator.comparing(ItemId::sku).thenComparing(ItemId::location));
  private final List<LoggedChange> log = new ArrayList<>();
  private final Map<String, FeedState> states = new HashMap<>();
  private Instant now = Instant.parse("2026-11-24T10:00:00Z");
  private long begin;
  private int callsUntilBroken = Integer.MAX_VALUE;

  /** The process is gone. */
  static final class Broken extends Error {
    private static final long serialVersionUID = 1;
  }

  /** It breaks at one of the next calls; what is called after it is the next process. */
  void breakAfter(int calls) {
    callsUntilBroken = calls;
  }

  private void called() {
    if (callsUntilBroken-- == 0) {
      callsUntilBroken = Integer.MAX_VALUE;
      throw new Broken();
    }
  }

  void repair() {
    callsUntilBroken = Integer.MAX_VALUE;
  }

  void put(ItemId item, Offered now) {
    Offered before = offered.put(item, now);
    long id = log.size() + 1L;
    log.add(
        new LoggedChange(
            id, CHANNEL, item.location(), item.sku(), before, now, id, id, 1, "stock", this.now));
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void forgetAll() {
    begin = log.size();
  }

  FeedExport export(Path directory) {
    return new FeedExport(
        new LocalInventoryFeed(this, this, this, this, this),
        channel -> channel.equals(CHANNEL) ? new FeedChannel(channel, Map.of(), 1) : null,
        this,
        directory,
        this);
  }

  /** What the channel has, as whoever reads files should see it. */
  Map<String, String> truth() {
    Map<String, String> truth = new TreeMap<>();
    offered.forEach(
        (item, offer) -> {
          if (offer.state() == OfferState.IN_STOCK) {
            truth.put(item.location() + " " + item.sku(), String.valueOf(offer.sellable()));
          }
        });
    return truth;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Set<String> channels() {
    return Set.of(CHANNEL);
  }

  @Override
  public long position() {
    return log.size();
  }

  @Override
  public List<Seen> of(String channel, Collection<ItemId> items, Instant moment) {
    called();
    return items.stream()
        .map(item -> new Seen(item, Objects.requireNonNull(offered.get(item)), null, 1, 1, 1))
        .toList();
  }

  @Override
  public Moved moved(long after, long upTo, int limit) {
    return new Moved(List.of(), upTo);
  }

  @Override
  public List<ItemId> part(Reach reach, @Nullable ItemId after, int limit) {
    called();
    Comparator<ItemId> order = Comparator.comparing(ItemId::sku).thenComparing(ItemId::location);
    return offered.keySet().stream()
        .filter(item -> after == null || order.compare(item, after) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public long count(Reach reach) {
    return offered.size();
  }

  @Override
  public List<LoggedChange> after(String channel, long after, int limit) {
    called();
    return log.stream()
        .filter(change -> change.id() > after && change.id() > begin)
        .limit(limit)
        .toList();
  }

  @Override
  public long end() {
    return log.size();
  }

  @Override
  public long begin() {
    return begin;
  }

  @Override
  public long before(Instant moment) {
    return log.stream()
        .filter(change -> change.changedAt().isBefore(moment))
        .mapToLong(LoggedChange::id)
        .max()
        .orElse(begin);
  }

  @Override
  public @Nullable FeedState find(String feed) {
    return states.get(feed);
  }

  @Override
  public void save(String feed, FeedState state) {
    called();
    states.put(feed, state);
    called();
  }
}
