package io.stockledger.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps a number of entries, those used last. */
final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1L;

  private final int atMost;

  LeastRecentlyUsed(int atMost) {
    super(16, 0.75f, true);
    this.atMost = atMost;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > atMost;
  }
}
