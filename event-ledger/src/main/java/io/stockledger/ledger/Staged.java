package io.stockledger.ledger;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What commands of a batch left behind, by id. The latest of it can be taken back. */
final class Staged<V> {

  private Map<String, V> values = new LinkedHashMap<>();

  /** What stood here when the latest began; null while nothing is to be taken back. */
  private @Nullable Map<String, Optional<V>> before;

  @Nullable V get(String id) {
    return values.get(id);
  }

  boolean contains(String id) {
    return values.containsKey(id);
  }

  void put(String id, V value) {
    V previous = values.put(id, value);
    if (before != null) {
      before.putIfAbsent(id, Optional.ofNullable(previous));
    }
  }

  void forEach(BiConsumer<String, V> action) {
    values.forEach(action);
  }

  /** Hands out all of it and begins anew. */
  Map<String, V> drain() {
    Map<String, V> all = values;
    values = new LinkedHashMap<>();
    before = null;
    return all;
  }

  /** What is put from here on can be taken back. */
  void mark() {
    before = new HashMap<>();
  }

  /** Forgets the mark; all stays as it is. */
  void keep() {
    before = null;
  }

  /** All is as it was at the mark. */
  void takeBack() {
    if (before != null) {
      before.forEach(
          (id, value) -> value.ifPresentOrElse(v -> values.put(id, v), () -> values.remove(id)));
    }
    before = null;
  }

  void clear() {
    values.clear();
    before = null;
  }
}
