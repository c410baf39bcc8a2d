package io.stockledger.outgoing.change;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.Offered;
import io.stockledger.api.stock.ItemId;
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
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A ledger, its items and its rules, in memory: figures less a buffer, gone when they run out. */
final class Shop implements Offers, Items, Entries, InstantSource {
  private static final Comparator<ItemId> BY_SKU =
      Comparator.comparing(ItemId::sku).thenComparing(ItemId::location);

  private final Map<ItemId, Stock> stock = new TreeMap<>(BY_SKU);
  private final Set<String> channels = new TreeSet<>();
  private final Map<String, Long> buffers = new HashMap<>();
  private final List<Happening> happenings = new ArrayList<>();

  /** Says that something happened; it may be that nobody waits. */
  private final Semaphore moved = new Semaphore(0);

  private Instant now = Instant.parse("2026-11-24T10:00:00Z");
  private long head;

  /**
   * @param runsOutAt from then on it is not certain any more
   */
  private record Stock(long units, long version, long position, @Nullable Instant runsOutAt) {}

  static ItemId item(int number) {
    return new ItemId("L" + number % 3, "S" + number);
  }

  synchronized void move(ItemId item, long units) {
    move(item, units, null);
  }

  synchronized void move(ItemId item, long units, @Nullable Instant runsOutAt) {
    Stock before = stock.get(item);
    stock.put(item, new Stock(units, before == null ? 1 : before.version() + 1, ++head, runsOutAt));
  }

  synchronized void put(String channel) {
    channels.add(channel);
    happened(Cause.REGISTRY, Reach.ofChannel(channel));
  }

  /** Below 0 the channel exposes nothing. */
  synchronized void buffer(String channel, long units) {
    buffers.put(channel, units);
    happened(Cause.RULE, Reach.ofChannel(channel));
  }

  /** Something about a product that every channel is to look at. */
  synchronized void changed(ItemId item) {
    happened(Cause.REGISTRY, new Reach(null, List.of(), List.of(item.sku())));
  }

  /** The same about all of them. */
  synchronized void changedAll() {
    happened(Cause.SWITCH, Reach.EVERYTHING);
  }

  private void happened(Cause cause, Reach reach) {
    happenings.add(new Happening(++head, cause, reach));
    moved.release();
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized Set<String> channels() {
    return Set.copyOf(channels);
  }

  @Override
  public synchronized long position() {
    return head;
  }

  @Override
  public synchronized List<Seen> of(String channel, Collection<ItemId> items, Instant moment) {
    return items.stream()
        .filter(stock::containsKey)
        .map(item -> seen(channel, item, moment))
        .toList();
  }

  private Seen seen(String channel, ItemId item, Instant moment) {
    Stock of = Objects.requireNonNull(stock.get(item));
    long buffer = buffers.getOrDefault(channel, 0L);
    Instant until = of.runsOutAt();
    boolean certain = until == null || until.isAfter(moment);
    Offered offered =
        buffer < 0
            ? new Offered(OfferState.NOT_EXPOSED, null, null, null, false)
            : certain
                ? new Offered(
                    OfferState.IN_STOCK, Math.max(0, of.units() - buffer), null, null, true)
                : new Offered(OfferState.LIMITED_AVAILABILITY, null, null, null, false);
    return new Seen(item, offered, certain ? until : null, of.version(), head, happenings.size());
  }

  @Override
  public synchronized Moved moved(long after, long upTo, int limit) {
    List<Map.Entry<ItemId, Stock>> found =
        stock.entrySet().stream()
            .filter(e -> e.getValue().position() > after && e.getValue().position() <= upTo)
            .sorted(Comparator.comparingLong(e -> e.getValue().position()))
            .limit(limit)
            .toList();
    return new Moved(
        found.stream().map(Map.Entry::getKey).toList(),
        found.size() < limit ? upTo : found.getLast().getValue().position());
  }

  @Override
  public synchronized List<ItemId> part(Reach reach, @Nullable ItemId after, int limit) {
    return stock.keySet().stream()
        .filter(item -> reach.locations().isEmpty() || reach.locations().contains(item.location()))
        .filter(item -> reach.skus().isEmpty() || reach.skus().contains(item.sku()))
        .filter(item -> after == null || BY_SKU.compare(item, after) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public long count(Reach reach) {
    return part(reach, null, Integer.MAX_VALUE).size();
  }

  @Override
  public long head() {
    return position();
  }

  @Override
  public void awaitBeyond(long position, Duration atMost) throws InterruptedException {
    if (moved.tryAcquire(Math.min(atMost.toMillis(), 5), MILLISECONDS)) {
      moved.drainPermits();
    }
  }

  @Override
  public synchronized List<Happening> between(long after, long upTo, int limit) {
    return happenings.stream()
        .filter(each -> each.position() > after && each.position() <= upTo)
        .limit(limit)
        .toList();
  }
}
