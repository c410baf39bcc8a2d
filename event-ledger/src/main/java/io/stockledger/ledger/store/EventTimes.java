package io.stockledger.ledger.store;

import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;

/**
 * The two times of an event, which are columns of its row. Kept to the microsecond. By default both
 * are the message's timestamp.
 */
public interface EventTimes {

  /** When it happened. */
  default Instant occurredAt(EventMessage<?> event) {
    return recordedAt(event);
  }

  /** When we learned it; becomes the timestamp of the message that is read. */
  default Instant recordedAt(EventMessage<?> event) {
    return event.getTimestamp();
  }
}
