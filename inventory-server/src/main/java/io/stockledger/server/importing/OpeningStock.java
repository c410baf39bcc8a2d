package io.stockledger.server.importing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How many units of each SKU must have been there before the first line so that none ever lacks:
 * the deepest point of the running sum, read over the whole file even when only a part is sent, so
 * that a longer part later says the same.
 */
final class OpeningStock {
  private static final class Running {
    private long sum;
    private long deepest;
  }

  private final Map<String, Running> bySku = new HashMap<>();
  private Instant first = Instant.MAX;

  void add(RetailLine line) {
    Running running = bySku.computeIfAbsent(line.code(), code -> new Running());
    running.sum += line.free() ? line.units() : -line.units();
    running.deepest = Math.min(running.deepest, running.sum);
    if (line.occurredAt().isBefore(first)) {
      first = line.occurredAt();
    }
  }

  long of(String sku) {
    Running running = bySku.get(sku);
    return running == null ? 0 : -running.deepest;
  }

  /** A minute before the first line. */
  Instant countedAt() {
    return first.minusSeconds(60);
  }

  int skus() {
    return bySku.size();
  }

  long units() {
    return bySku.values().stream().mapToLong(running -> -running.deepest).sum();
  }
}
