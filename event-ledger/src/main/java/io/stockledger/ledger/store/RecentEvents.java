package io.stockledger.ledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The last entries that this node committed, as messages, so that readers which keep up need
 * neither the database nor a parser. Without a gap: what another node writes in between is not
 * here, and drops what was before it.
 *
 * <p>Safe for use by many threads.
 */
public final class RecentEvents {

  /**
   * Many times what readers are behind by. More would cost: an entry that outlives a collection of
   * the garbage is copied by each one.
   */
  private static final int CAPACITY = 1 << 12;

  private final @Nullable TrackedEventMessage<?>[] ring = new TrackedEventMessage<?>[CAPACITY];
  private long first = 1;
  private long next = 1;

  /**
   * Takes what was committed behind a position.
   *
   * @param rows as they were written, one for each event
   */
  public synchronized void add(
      long head, List<? extends EventMessage<?>> events, List<EventRow> rows) {
    if (head + 1 != next) {
      first = head + 1;
      next = head + 1;
    }
    for (int i = 0; i < events.size(); i++) {
      ring[(int) (next % CAPACITY)] = tracked(events.get(i), rows.get(i).recordedAt(), next);
      next++;
    }
    first = Math.max(first, next - CAPACITY);
  }

  /** The entries behind a position in order; none if they are not all here. */
  synchronized List<TrackedEventMessage<?>> after(long position, int atMost) {
    if (position + 1 < first || position + 1 >= next) {
      return List.of();
    }
    int count = (int) Math.min(atMost, next - position - 1);
    List<TrackedEventMessage<?>> found = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      TrackedEventMessage<?> message = ring[(int) ((position + i) % CAPACITY)];
      if (message == null) {
        return List.of();
      }
      found.add(message);
    }
    return found;
  }

  /** With the time that the database keeps, as if it had been read from there. */
  private static TrackedEventMessage<?> tracked(
      EventMessage<?> event, Instant recordedAt, long position) {
    PositionToken token = new PositionToken(position);
    GenericEventMessage<?> plain =
        new GenericEventMessage<>(
            event.getIdentifier(), event.getPayload(), event.getMetaData(), recordedAt);
    return event instanceof DomainEventMessage<?> domain
        ? new GenericTrackedDomainEventMessage<>(
            token,
            domain.getType(),
            domain.getAggregateIdentifier(),
            domain.getSequenceNumber(),
            plain,
            () -> recordedAt)
        : new GenericTrackedEventMessage<>(token, plain);
  }
}
