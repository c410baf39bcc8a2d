package io.stockledger.ledger.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * What readers that are behind have read from the table, kept for a while as messages: several of
 * them go the same way, and those that come by next need neither the database nor a parser.
 *
 * <p>Safe for use by many threads.
 */
final class StoredEntries {

  /** Some tens of megabytes. */
  private static final int MOST_ENTRIES = 1 << 13;

  private static final Duration UNUSED = Duration.ofSeconds(10);

  private final LedgerEngine engine;
  private final int together;
  private final Cache<Long, List<TrackedEventMessage<?>>> kept;

  /**
   * @param together so many are read at a time, at least 1
   */
  StoredEntries(LedgerEngine engine, int together) {
    this.engine = engine;
    this.together = together;
    this.kept =
        Caffeine.newBuilder()
            .maximumSize(Math.max(1, MOST_ENTRIES / together))
            .expireAfterAccess(UNUSED)
            .build();
  }

  /**
   * Entries in a row.
   *
   * @param messages of them, fewer where upcasters drop some
   * @param upTo the position of the last; the position behind which was asked, where there is none
   */
  record Part(List<TrackedEventMessage<?>> messages, long upTo) {}

  /**
   * What comes next behind a position.
   *
   * @param head entries beyond it are not asked for
   */
  Part after(long position, long head) {
    long number = position / together;
    long end = (number + 1) * together;
    if (end > head) {
      return rest(position);
    }
    List<TrackedEventMessage<?>> all = kept.getIfPresent(number);
    if (all == null) {
      all = read(number * together);
      if (all.isEmpty()) {
        return rest(position);
      }
      kept.put(number, all);
    }
    return new Part(
        all.stream()
            .filter(message -> PositionToken.positionOf(message.trackingToken()) > position)
            .toList(),
        end);
  }

  /** The part that is not full yet, and is another one soon. */
  private Part rest(long position) {
    List<EventRow> rows = engine.rowsAfter(position, together);
    return rows.isEmpty()
        ? new Part(List.of(), position)
        : new Part(engine.trackedMessages(rows), rows.getLast().position());
  }

  /** None where they are not all there: what has a gap is not kept. */
  private List<TrackedEventMessage<?>> read(long position) {
    List<EventRow> rows = engine.rowsAfter(position, together);
    if (rows.size() < together) {
      return List.of();
    }
    List<TrackedEventMessage<?>> messages = engine.trackedMessages(rows);
    messages.forEach(StoredEntries::parse);
    return messages;
  }

  /** Once and before it is shared; whoever reads it would parse it for itself. */
  private static void parse(TrackedEventMessage<?> message) {
    try {
      message.getPayload();
    } catch (RuntimeException e) {
      // it fails again where it is read, and is told there
    }
  }
}
