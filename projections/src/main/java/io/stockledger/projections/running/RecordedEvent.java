package io.stockledger.projections.running;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * An event with its places in the ledger.
 *
 * @param position place in the ledger
 * @param version place in its stream, from 1
 * @param content reads the stored bytes when it is first asked, and may fail then
 * @param metadata what is known of its command
 */
public record RecordedEvent(
    long position, String stream, long version, Supplier<Object> content, Map<String, ?> metadata) {

  /** Empty for messages that are not entries of a stream. */
  public static Optional<RecordedEvent> of(EventMessage<?> message) {
    if (message instanceof TrackedEventMessage<?> tracked
        && message instanceof DomainEventMessage<?> entry) {
      return Optional.of(
          new RecordedEvent(
              tracked.trackingToken().position().orElseThrow(),
              entry.getAggregateIdentifier(),
              entry.getSequenceNumber() + 1,
              message::getPayload,
              message.getMetaData()));
    }
    return Optional.empty();
  }

  public Object payload() {
    return content.get();
  }

  /** A word of the metadata. */
  public @Nullable String said(String name) {
    Object value = metadata.get(name);
    return value == null ? null : value.toString();
  }
}
