package io.stockledger.benchmarks.crash.check;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A reservation over all its items, folded from their entries. */
final class PromiseFold {
  private final Set<String> items = new HashSet<>();
  private @Nullable Instant expiresAt;
  private long open;
  private long picked;
  private long expired;

  void reserved(String item, long units, @Nullable Instant expiry) {
    items.add(item);
    open += units;
    expiresAt = expiry;
  }

  void picked(long units) {
    open -= units;
    picked += units;
  }

  void released(long units) {
    open -= units;
  }

  void expired(long units) {
    open -= units;
    expired += units;
  }

  long open() {
    return open;
  }

  /** Whether it ever had a line there; the item as {@code location/sku}. */
  boolean isOn(String item) {
    return items.contains(item);
  }

  /** Whether a decision at that moment may find that it ran out. */
  boolean mayBeExpired(Instant moment) {
    return expired > 0 || (open > 0 && expiresAt != null && !expiresAt.isAfter(moment));
  }

  /** In the words of the face, of a reservation with nothing open; none while something is. */
  @Nullable String closedState() {
    if (open > 0 || expired > 0) {
      return null;
    }
    return picked > 0 ? "picked" : "released";
  }
}
