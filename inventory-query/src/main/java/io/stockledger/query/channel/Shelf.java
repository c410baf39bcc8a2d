package io.stockledger.query.channel;

import io.stockledger.query.near.Heard;
import io.stockledger.query.near.NearCache;
import io.stockledger.query.near.NearKey;
import io.stockledger.query.near.NearRow;
import io.stockledger.query.near.Place;
import io.stockledger.query.reading.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Things of the register in memory, of one kind, each by its id; also that there is none. Each for
 * as long as nothing of its stream was heard.
 */
final class Shelf<T> {
  private static final int NONE_WEIGHT = 50;

  private final Heard heard;
  private final NearCache<Kept<T>> cache;
  private final String kind;
  private final UnaryOperator<String> stream;
  private final ToIntFunction<T> weight;
  private final Loading<T> loading;

  /** Reads things from the tables by their ids. */
  interface Loading<T> {
    Rows<Loaded<T>> read(Collection<String> ids);
  }

  /** What the tables say. */
  record Loaded<T>(String id, T value) {}

  /** What is remembered; nothing for something that is not there. */
  record Kept<T>(@Nullable T value, long knows, int weight) implements NearRow {
    @Override
    public @Nullable Instant nextDue() {
      return null;
    }
  }

  /**
   * What the tables said just now.
   *
   * @param position up to where they are folded
   * @param current whether nothing newer of it was heard
   */
  record Read<T>(Map<String, @Nullable T> values, long position, boolean current) {}

  /**
   * @param stream the name of a thing's stream
   * @param mostWeight about how many bytes it may take
   */
  Shelf(
      Heard heard,
      UnaryOperator<String> stream,
      long mostWeight,
      ToIntFunction<T> weight,
      Loading<T> loading) {
    this.heard = heard;
    this.kind = stream.apply("");
    this.stream = stream;
    this.weight = weight;
    this.loading = loading;
    this.cache =
        new NearCache<>(
            heard, mostWeight, place -> place.location() == null && place.sku().startsWith(kind));
  }

  /** What is remembered of it; none where the tables are to be asked. */
  @Nullable Kept<T> remembered(String id) {
    return cache.get(key(id));
  }

  /** Reads things, and remembers them. */
  Read<T> read(Collection<String> ids) {
    long epoch = heard.epoch();
    Rows<Loaded<T>> rows = loading.read(ids);
    Map<String, @Nullable T> values = new HashMap<>();
    ids.forEach(id -> values.put(id, null));
    rows.items().forEach(loaded -> values.put(loaded.id, loaded.value));
    boolean current = true;
    for (Map.Entry<String, @Nullable T> each : values.entrySet()) {
      T value = each.getValue();
      int weighs = value == null ? NONE_WEIGHT : weight.applyAsInt(value);
      cache.keep(key(each.getKey()), new Kept<>(value, rows.position(), weighs), epoch);
      current = current && remembered(each.getKey()) != null;
    }
    return new Read<>(values, rows.position(), current);
  }

  private NearKey key(String id) {
    return new NearKey(kind, Place.ofRegister(stream.apply(id)));
  }
}
