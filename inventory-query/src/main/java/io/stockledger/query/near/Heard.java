package io.stockledger.query.near;

import io.stockledger.api.stock.ItemId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * What this node has heard of the ledger, and so how far rows in its memory are true: of its own
 * entries before anybody is answered, of those of other nodes as soon as its feed has them.
 *
 * <p>Memory answers only while {@link #sure()}: while nothing was told from the tables that is
 * newer than what was heard, and while hearing works.
 */
public final class Heard {
  /** What {@link #sure()} says when only the tables can answer. */
  public static final long NOT_SURE = -1;

  /** How long ago everything must have been heard; the feed looks every second. */
  public static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Enough for what projections are behind by, and some ten megabytes. */
  private static final int MOST_REMEMBERED = 1 << 16;

  private final LongSupplier nanoTime;
  private final RecentlyWritten recently;
  private final List<NearCache<?>> caches = new CopyOnWriteArrayList<>();
  private final ReentrantLock hearing = new ReentrantLock();
  private final AtomicLong told = new AtomicLong();
  private final AtomicLong epoch = new AtomicLong();
  private volatile long position;
  private volatile long trueAt;

  public Heard() {
    this(System::nanoTime, MOST_REMEMBERED);
  }

  /**
   * @param nanoTime such as {@link System#nanoTime}
   * @param mostRemembered places of which is known when they were written last
   */
  public Heard(LongSupplier nanoTime, int mostRemembered) {
    this.nanoTime = nanoTime;
    this.recently = new RecentlyWritten(mostRemembered);
    this.trueAt = nanoTime.getAsLong() - PATIENCE.toNanos() - 1;
  }

  /** The position up to which every entry was heard. Never goes back. */
  public long position() {
    return position;
  }

  /**
   * The position up to which a row that is in memory from now on has everything, or {@link
   * #NOT_SURE}.
   */
  public long sure() {
    long heard = position;
    return told.get() > heard || nanoTime.getAsLong() - trueAt > PATIENCE.toNanos()
        ? NOT_SURE
        : heard;
  }

  /** Somebody is told of the ledger up to a position: nobody is told less from memory any more. */
  public void told(long upTo) {
    if (told.get() < upTo) {
      told.accumulateAndGet(upTo, Math::max);
    }
  }

  /**
   * These streams were written to, by all entries behind one position up to another. May be heard
   * again, and before what is in between is heard.
   */
  public void heard(long after, long upTo, Collection<String> streams) {
    if (upTo <= position) {
      return;
    }
    Set<Place> places = places(streams);
    hearing.lock();
    try {
      recently.wrote(places, upTo);
      caches.forEach(cache -> places.forEach(place -> cache.drop(place, upTo)));
      if (after <= position) {
        position = Math.max(position, upTo);
      }
    } finally {
      hearing.unlock();
    }
  }

  private static Set<Place> places(Collection<String> streams) {
    Set<Place> places = new HashSet<>();
    for (String stream : streams) {
      if (ItemId.isItemStream(stream)) {
        Place place = Place.of(ItemId.ofStream(stream));
        if (places.add(place)) {
          places.add(place.everywhere());
        }
      } else if (Place.isRegister(stream)) {
        places.add(Place.ofRegister(stream));
      }
    }
    return places;
  }

  /** Nobody knows what was written up to a position: nothing read before it is believed. */
  public void skipTo(long upTo) {
    hearing.lock();
    try {
      recently.forget(upTo);
      forget();
      position = Math.max(position, upTo);
    } finally {
      hearing.unlock();
    }
  }

  /**
   * Forgets every row, and those that are being read now. To be called when other tables have taken
   * the place of those that rows were read from, as soon as reads on this node go to them.
   */
  public void forget() {
    hearing.lock();
    try {
      epoch.incrementAndGet();
      caches.forEach(NearCache::clear);
    } finally {
      hearing.unlock();
    }
  }

  /**
   * At this time there was nothing in the ledger behind {@link #position()}.
   *
   * @param nanos by {@link System#nanoTime()}
   */
  public void trueAt(long nanos) {
    trueAt = nanos;
  }

  /** Changes when all rows are forgotten. To be asked before reading a row that shall be kept. */
  public long epoch() {
    return epoch.get();
  }

  boolean isNewest(Place place, long knows, long readIn) {
    return readIn == epoch.get() && recently.isNewest(place, knows);
  }

  void tell(NearCache<?> cache) {
    caches.add(cache);
  }
}
