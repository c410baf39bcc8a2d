package io.stockledger.query.near;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the read tables in memory, each for as long as nothing was heard that it does not know.
 *
 * <p>Keeping and dropping a row are one step each per key, so that a row which was read before an
 * entry is never there after that entry was heard: either it is kept first, and dropped, or it
 * comes too late, and is not kept.
 */
public final class NearCache<R extends NearRow> {
  private static final int KEY_WEIGHT = 200;

  private final Heard heard;
  private final Predicate<Place> concerns;
  private final Cache<NearKey, Kept<R>> rows;

  /** Channels of which there ever was a row: each of them may have one of what was written. */
  private final Set<String> channels = ConcurrentHashMap.newKeySet();

  /**
   * @param epoch in which it was read
   */
  private record Kept<R extends NearRow>(R row, long epoch) {}

  /**
   * @param heard what makes the rows true; drops those that it makes untrue
   * @param mostWeight about how many bytes the rows may take together; with 0 none is kept
   */
  public NearCache(Heard heard, long mostWeight) {
    this(heard, mostWeight, place -> true);
  }

  /**
   * @param concerns whether there ever is a row of a place
   */
  public NearCache(Heard heard, long mostWeight, Predicate<Place> concerns) {
    this.heard = heard;
    this.concerns = concerns;
    this.rows =
        Caffeine.newBuilder()
            .maximumWeight(mostWeight)
            .weigher((NearKey key, Kept<R> kept) -> KEY_WEIGHT + kept.row().weight())
            .build();
    heard.tell(this);
  }

  /**
   * A row that has everything up to {@link Heard#sure()}, where that was asked before. Whether it
   * is due is for the caller to see.
   */
  public @Nullable R get(NearKey key) {
    Kept<R> kept = rows.getIfPresent(key);
    return kept != null && kept.epoch() == heard.epoch() ? kept.row() : null;
  }

  /**
   * Keeps what was read, unless something newer was heard of meanwhile.
   *
   * @param epoch from before it was read, by {@link Heard#epoch()}
   */
  public void keep(NearKey key, R row, long epoch) {
    channels.add(key.channel());
    rows.asMap()
        .compute(
            key,
            (k, known) ->
                heard.isNewest(key.place(), row.knows(), epoch) && !isBetter(known, row, epoch)
                    ? new Kept<>(row, epoch)
                    : known);
  }

  private boolean isBetter(@Nullable Kept<R> known, R row, long epoch) {
    return known != null && known.epoch() == epoch && known.row().knows() > row.knows();
  }

  /**
   * Something was written here. Not by {@code computeIfPresent}: it looks first, and does not see a
   * row that is just being kept.
   */
  void drop(Place place, long position) {
    if (!concerns.test(place)) {
      return;
    }
    for (String channel : channels) {
      rows.asMap()
          .compute(
              new NearKey(channel, place),
              (key, kept) -> kept == null || kept.row().knows() < position ? null : kept);
    }
  }

  void clear() {
    rows.invalidateAll();
  }

  /** How many rows there are by now, once what is too much is gone. */
  long size() {
    rows.cleanUp();
    return rows.estimatedSize();
  }
}
