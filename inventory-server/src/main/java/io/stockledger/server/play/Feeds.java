package io.stockledger.server.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which totals of an item count, where nothing else is said of its place's sources: people's counts
 * stand for a day, and what a feed said later stands against what it saw before.
 */
final class Feeds {
  private static final Duration COUNTS_STAND = Duration.ofHours(24);

  private record Word(long sequence, Instant observedAt) {}

  private final List<Instant> counts = new ArrayList<>();
  private final Map<String, Word> newest = new HashMap<>();

  void counted(Instant at) {
    counts.add(at);
  }

  /** Whether a total counts, and remembers it. */
  boolean counts(String source, long sequence, Instant observedAt) {
    Word before = newest.get(source);
    boolean older =
        before != null
            && (sequence <= before.sequence() || observedAt.isBefore(before.observedAt()));
    if (before == null || sequence > before.sequence()) {
      newest.put(source, new Word(sequence, observedAt));
    }
    return !older && counts.stream().noneMatch(at -> !at.isBefore(observedAt.minus(COUNTS_STAND)));
  }
}
