package io.stockledger.server.wiring;

import io.stockledger.api.LedgerEvent;
import io.stockledger.ledger.store.EventTimes;
import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;

/** The times of an entry's row are those that the entry states. */
final class StatedTimes implements EventTimes {
  @Override
  public Instant occurredAt(EventMessage<?> event) {
    return event.getPayload() instanceof LedgerEvent stated
        ? stated.occurredAt()
        : event.getTimestamp();
  }

  @Override
  public Instant recordedAt(EventMessage<?> event) {
    return event.getPayload() instanceof LedgerEvent stated
        ? stated.recordedAt()
        : event.getTimestamp();
  }
}
