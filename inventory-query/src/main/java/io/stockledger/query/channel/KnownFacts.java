package io.stockledger.query.channel;

import io.stockledger.query.near.NearRow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one SKU, at one place or at all of its places.
 *
 * @param nextDue the earliest expiry among the pending lines of any of them
 * @param newest the position of the last entry of any of them
 */
record KnownFacts(List<Facts> items, @Nullable Instant nextDue, long newest, long knows)
    implements NearRow {
  private static final int WEIGHT = 200;
  private static final int ITEM_WEIGHT = 350;

  static KnownFacts of(List<Facts> items, long position) {
    return new KnownFacts(
        items,
        items.stream()
            .map(Facts::nextDue)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null),
        items.stream().mapToLong(Facts::position).max().orElse(0),
        position);
  }

  /** Whether something ran out that the figures still have. */
  boolean isDue(Instant now) {
    return nextDue != null && !nextDue.isAfter(now);
  }

  boolean isParked() {
    for (Facts each : items) {
      if (each.parked()) {
        return true;
      }
    }
    return false;
  }

  /** Whether this is how it stood at a position, given that there was nothing newer later on. */
  boolean holdsAt(long position) {
    return newest <= position;
  }

  @Override
  public int weight() {
    return WEIGHT + ITEM_WEIGHT * items.size();
  }
}
