package io.stockledger.ledger.store;

import static org.axonframework.eventhandling.EventUtils.upcastAndDeserializeTrackedEvents;
import static org.axonframework.eventsourcing.EventStreamUtils.upcastAndDeserializeDomainEvents;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's storage engine on {@code ledger.event}. Positions are dense and in commit order, because
 * whoever appends holds one lock until its commit: a reader that has seen position n has seen
 * everything before it.
 *
 * <p>On a thread with an open batch, events are staged and reads see what the batch staged before;
 * elsewhere an append is a transaction of its own. An event identifier that is not a UUID is stored
 * as one made from its name.
 */
public final class LedgerEngine extends BatchingEventStorageEngine {

  private static final EventTimes MESSAGE_TIMES = new EventTimes() {};

  private final Database database;
  private final EventStages stages;
  private final EventTimes times;
  private final LedgerFeed feed;

  LedgerEngine(LedgerEngineBuilder builder) {
    super(builder);
    this.database = builder.database();
    this.stages = builder.stages();
    this.times = builder.times();
    this.feed = builder.feed();
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    List<EventRow> rows = events.stream().map(event -> row(event, serializer, times)).toList();
    EventStage stage = stages.here();
    if (stage != null) {
      stage.stage(events, rows);
    } else {
      appendAtOnce(events, rows);
    }
  }

  private void appendAtOnce(List<? extends EventMessage<?>> events, List<EventRow> rows) {
    try {
      long head =
          database.write(
              connection -> {
                long before = EventTable.lock(connection);
                RoundTrip trip = new RoundTrip();
                EventTable.insert(trip, before, rows);
                EventTable.announce(trip);
                trip.make(connection);
                return before + rows.size();
              });
      feed.advanceTo(head);
    } catch (SQLException e) {
      handlePersistenceException(e, events.getFirst());
    }
  }

  /**
   * What a failed insert of this event means in Axon's words: usually, that somebody was faster.
   */
  public RuntimeException conflict(SQLException failure, EventMessage<?> event) {
    try {
      handlePersistenceException(failure, event);
    } catch (RuntimeException e) {
      return e;
    }
    return new EventStoreException("cannot append", failure);
  }

  private static EventRow row(EventMessage<?> event, Serializer serializer, EventTimes times) {
    SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
    SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
    String revision = payload.getType().getRevision();
    boolean domain = event instanceof DomainEventMessage<?>;
    UUID id = uuid(event.getIdentifier());
    return new EventRow(
        0,
        domain ? ((DomainEventMessage<?>) event).getAggregateIdentifier() : id.toString(),
        domain ? ((DomainEventMessage<?>) event).getSequenceNumber() + 1 : 1,
        id,
        payload.getType().getName(),
        revision == null ? 0 : Integer.parseInt(revision),
        times.occurredAt(event).truncatedTo(ChronoUnit.MICROS),
        times.recordedAt(event).truncatedTo(ChronoUnit.MICROS),
        payload.getData(),
        metadata.getData());
  }

  private static UUID uuid(String identifier) {
    try {
      return UUID.fromString(identifier);
    } catch (IllegalArgumentException e) {
      return UUID.nameUUIDFromBytes(identifier.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public DomainEventStream readEvents(String stream, long firstSequenceNumber) {
    DomainEventStream stored = super.readEvents(stream, firstSequenceNumber);
    EventStage stage = stages.here();
    if (stage == null) {
      return stored;
    }
    List<DomainEventMessage<?>> staged =
        stage.eventsOf(stream).stream()
            .filter(event -> event.getSequenceNumber() >= firstSequenceNumber)
            .toList();
    return staged.isEmpty()
        ? stored
        : DomainEventStream.concat(stored, DomainEventStream.of(staged));
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String stream, long firstSequenceNumber, int batchSize) {
    long version = firstSequenceNumber + 1;
    ReadAhead ahead = readAhead(stream);
    Optional<List<EventRow>> known =
        ahead == null ? Optional.empty() : ahead.events(stream, version, batchSize);
    return known.orElseGet(
        () ->
            database.readStream(
                stream, connection -> EventTable.ofStream(connection, stream, version, batchSize)));
  }

  /** Nothing, where no batch is open on this thread. */
  void readAhead(List<String> streams) {
    EventStage stage = stages.here();
    if (stage != null) {
      RoundTrip trip = new RoundTrip();
      stage.readAhead().add(trip, streams);
      database.readStreams(
          streams,
          connection -> {
            trip.make(connection);
            return trip;
          });
    }
  }

  /** What the batch of this thread has read ahead, if this stream is among it. */
  private @Nullable ReadAhead readAhead(String stream) {
    EventStage stage = stages.here();
    return stage != null && stage.readAhead().has(stream) ? stage.readAhead() : null;
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken lastToken, int batchSize) {
    return rowsAfter(PositionToken.positionOf(lastToken), batchSize).stream()
        .map(EventRow::tracked)
        .toList();
  }

  List<EventRow> rowsAfter(long position, int limit) {
    return database.read(
        "the ledger from " + position, connection -> EventTable.after(connection, position, limit));
  }

  List<TrackedEventMessage<?>> trackedMessages(List<EventRow> rows) {
    return upcastAndDeserializeTrackedEvents(
            rows.stream().map(EventRow::tracked), getEventSerializer(), upcasterChain)
        .toList();
  }

  List<DomainEventMessage<?>> domainMessages(List<EventRow> rows) {
    List<DomainEventMessage<?>> messages = new ArrayList<>();
    upcastAndDeserializeDomainEvents(
            rows.stream().map(row -> (DomainEventData<?>) row.tracked()),
            getEventSerializer(),
            upcasterChain)
        .forEachRemaining(messages::add);
    return messages;
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String stream) {
    ReadAhead ahead = readAhead(stream);
    Optional<Long> version =
        ahead != null
            ? ahead.lastVersion(stream)
            : database.readStream(stream, connection -> EventTable.lastVersion(connection, stream));
    return version.map(last -> last - 1);
  }

  @Override
  public TrackingToken createTailToken() {
    return new PositionToken(0);
  }

  @Override
  public TrackingToken createHeadToken() {
    return new PositionToken(database.read("the head", EventTable::head));
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return new PositionToken(
        database.read(
            "the ledger at " + dateTime,
            connection -> EventTable.positionBefore(connection, dateTime)));
  }

  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    try {
      EventRow row = row(snapshot, serializer, MESSAGE_TIMES);
      database.write(
          connection -> {
            SnapshotTable.store(connection, row);
            return row;
          });
    } catch (SQLException e) {
      throw new EventStoreException("cannot store a snapshot", e);
    }
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
    ReadAhead ahead = readAhead(stream);
    Optional<EventRow> snapshot =
        ahead != null
            ? ahead.snapshot(stream)
            : database.readStream(stream, connection -> SnapshotTable.find(connection, stream));
    return snapshot.stream();
  }
}
