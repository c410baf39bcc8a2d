package io.stockledger.ledger.store;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ledger.event}, or of {@code ledger.snapshot}, as Axon wants to see it.
 *
 * @param position in the ledger, from 1; 0 as long as it has none
 * @param version in its stream, from 1; Axon's sequence numbers count from 0
 * @param revision of the stored form, from 1; 0 for classes that go by their class name
 */
@SuppressWarnings("ArrayRecordComponent") // nobody changes the bytes, nobody compares rows
public record EventRow(
    long position,
    String stream,
    long version,
    UUID eventId,
    String type,
    int revision,
    Instant occurredAt,
    Instant recordedAt,
    byte[] payload,
    byte[] metadata)
    implements DomainEventData<byte[]> {

  TrackedEventData<byte[]> tracked() {
    return new TrackedDomainEventData<>(new PositionToken(position), this);
  }

  /** Streams are named {@code kind:id}, and the kind is what Axon calls the aggregate's type. */
  @Override
  public String getType() {
    int colon = stream.indexOf(':');
    return colon < 0 ? stream : stream.substring(0, colon);
  }

  /** Null for an event of no aggregate: its stream is named for itself. */
  @Override
  public @Nullable String getAggregateIdentifier() {
    return stream.equals(eventId.toString()) ? null : stream;
  }

  @Override
  public long getSequenceNumber() {
    return version - 1;
  }

  @Override
  public String getEventIdentifier() {
    return eventId.toString();
  }

  @Override
  public Instant getTimestamp() {
    return recordedAt;
  }

  @Override
  public SerializedObject<byte[]> getMetaData() {
    return new SerializedMetaData<>(metadata, byte[].class);
  }

  @Override
  public SerializedObject<byte[]> getPayload() {
    String revisionText = revision == 0 ? null : Integer.toString(revision);
    return new SimpleSerializedObject<>(payload, byte[].class, type, revisionText);
  }
}
