package io.stockledger.ledger;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Durable states of one kind of aggregate, those used last, up to a weight; and ids under which
 * there is nothing, so that nobody looks for them again. One thread's.
 */
final class StateCache<S> {
  /** So many ids without anything behind them are remembered. */
  private static final int MOST_ABSENT = 10_000;

  /** A state, what it weighs, and whether other writers have written behind it. */
  private static final class Entry<S> {
    final Held<S> held;
    final long weight;
    boolean behind;

    Entry(Held<S> held, long weight) {
      this.held = held;
      this.weight = weight;
    }
  }

  /**
   * @param behind whether events are to be folded into it before it is used
   */
  record Found<S>(Held<S> held, boolean behind) {}

  private final Map<String, Entry<S>> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Boolean> absent =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST_ABSENT;
        }
      };
  private final ToLongFunction<S> weightOf;
  private final long capacity;
  private long weight;

  StateCache(ToLongFunction<S> weightOf, long capacity) {
    this.weightOf = weightOf;
    this.capacity = capacity;
  }

  @Nullable Found<S> find(String id) {
    Entry<S> entry = entries.get(id);
    return entry == null ? null : new Found<>(entry.held, entry.behind);
  }

  /** Whether there is nothing under this id, as far as anybody wrote. */
  boolean isAbsent(String id) {
    return absent.get(id) != null;
  }

  void putAbsent(String id) {
    absent.put(id, Boolean.TRUE);
  }

  void put(String id, Held<S> held) {
    absent.remove(id);
    Entry<S> entry = new Entry<>(held, 1 + weightOf.applyAsLong(held.state()));
    Entry<S> before = entries.put(id, entry);
    weight += entry.weight - (before == null ? 0 : before.weight);
    Iterator<Entry<S>> eldest = entries.values().iterator();
    while (weight > capacity && entries.size() > 1) {
      weight -= eldest.next().weight;
      eldest.remove();
    }
  }

  void markBehind(Collection<String> ids) {
    for (String id : ids) {
      absent.remove(id);
      Entry<S> entry = entries.get(id);
      if (entry != null) {
        entry.behind = true;
      }
    }
  }

  void clear() {
    entries.clear();
    absent.clear();
    weight = 0;
  }
}
