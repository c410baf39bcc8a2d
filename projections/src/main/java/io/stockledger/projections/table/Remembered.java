package io.stockledger.projections.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were folded last, so that a batch need not read what the one before has written. A row
 * is a function of the entries up to its version, so one that is remembered at the version before
 * an entry is the right one to fold it into, whatever has happened to transactions or to other
 * nodes since; one at any other version is not asked for.
 *
 * @param <K> what a row is found by
 * @param <R> rows
 */
public final class Remembered<K, R> {
  /** Some tens of megabytes. */
  private static final int AT_MOST = 20_000;

  private final ToLongFunction<R> version;
  private final Map<K, R> rows =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, R> eldest) {
              return size() > AT_MOST;
            }
          });

  public Remembered(ToLongFunction<R> version) {
    this.version = version;
  }

  /** The row at exactly this version, if it is remembered. */
  public @Nullable R at(K key, long wanted) {
    R row = rows.get(key);
    return row != null && version.applyAsLong(row) == wanted ? row : null;
  }

  public void put(K key, R row) {
    rows.put(key, row);
  }
}
