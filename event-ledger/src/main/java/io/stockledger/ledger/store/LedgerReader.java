package io.stockledger.ledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ObjLongConsumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Reads single streams. Within a command it sees what earlier commands of the batch and the command
 * itself have applied. Throws {@link
 * org.axonframework.eventsourcing.eventstore.EventStoreException} if the database cannot answer.
 */
public final class LedgerReader {

  private static final int CHUNK = 256;

  private final Database database;
  private final LedgerEngine engine;
  private final EventStages stages;

  public LedgerReader(Database database, LedgerEngine engine, EventStages stages) {
    this.database = database;
    this.engine = engine;
    this.stages = stages;
  }

  /**
   * Events of a stream recorded at this moment or later, in order. Reads backward from its end, so
   * that the cost depends on what is returned and not on the length of the stream.
   */
  public List<DomainEventMessage<?>> since(String stream, Instant recordedSince) {
    List<EventRow> rows = new ArrayList<>();
    long before = Long.MAX_VALUE;
    boolean more = true;
    while (more) {
      List<EventRow> chunk = chunkBefore(stream, before);
      chunk.stream().filter(row -> !row.recordedAt().isBefore(recordedSince)).forEach(rows::add);
      more = chunk.size() == CHUNK && !chunk.getLast().recordedAt().isBefore(recordedSince);
      before = chunk.isEmpty() ? before : chunk.getLast().version();
    }
    Collections.reverse(rows);
    List<DomainEventMessage<?>> events = engine.domainMessages(rows);
    staged(stream).stream()
        .filter(event -> !event.getTimestamp().isBefore(recordedSince))
        .forEach(events::add);
    return events;
  }

  private List<EventRow> chunkBefore(String stream, long version) {
    return database.read(
        stream, connection -> EventTable.ofStreamBackward(connection, stream, version, CHUNK));
  }

  /**
   * Hands over the events of a stream that were recorded by a moment, in order, with their
   * positions. Reads some at a time, and keeps none of them. For whoever decides nothing: it sees
   * what is committed only.
   */
  public void until(
      String stream, Instant recordedBy, ObjLongConsumer<DomainEventMessage<?>> taker) {
    long next = 1;
    boolean more = true;
    while (more) {
      long from = next;
      List<EventRow> rows =
          database.read(stream, connection -> EventTable.ofStream(connection, stream, from, CHUNK));
      List<EventRow> early =
          rows.stream().filter(row -> !row.recordedAt().isAfter(recordedBy)).toList();
      Iterator<EventRow> each = early.iterator();
      for (DomainEventMessage<?> event : engine.domainMessages(early)) {
        taker.accept(event, each.next().position());
      }
      more = early.size() == CHUNK;
      next += CHUNK;
    }
  }

  /**
   * The entry with this version, or null.
   *
   * @param version in its stream, from 1
   */
  public @Nullable DomainEventMessage<?> entry(String stream, long version) {
    for (DomainEventMessage<?> event : staged(stream)) {
      if (event.getSequenceNumber() == version - 1) {
        return event;
      }
    }
    List<EventRow> rows =
        database.read(stream, connection -> EventTable.ofStream(connection, stream, version, 1));
    boolean found = !rows.isEmpty() && rows.getFirst().version() == version;
    return found ? engine.domainMessages(rows).getFirst() : null;
  }

  /** Names of streams that begin like this, in order. Looks at the first entry of each. */
  public List<String> streamsWithPrefix(String prefix) {
    List<String> stored =
        database.read("streams", connection -> EventTable.streamsWithPrefix(connection, prefix));
    Set<String> streams = new TreeSet<>(stored);
    EventStage stage = stages.here();
    if (stage != null) {
      stage.streams().stream().filter(name -> name.startsWith(prefix)).forEach(streams::add);
    }
    QueuedEvents.streams().stream().filter(name -> name.startsWith(prefix)).forEach(streams::add);
    return List.copyOf(streams);
  }

  /** Those of these streams that there are, in order. */
  public List<String> existing(Collection<String> streams) {
    List<String> stored =
        database.read("streams", connection -> EventTable.existing(connection, streams));
    Set<String> existing = new TreeSet<>(stored);
    EventStage stage = stages.here();
    if (stage != null) {
      stage.streams().stream().filter(streams::contains).forEach(existing::add);
    }
    QueuedEvents.streams().stream().filter(streams::contains).forEach(existing::add);
    return List.copyOf(existing);
  }

  /**
   * Reads streams that the command is about to load in one trip. Does nothing where no command is
   * decided.
   */
  public void readAhead(Collection<String> streams) {
    EventStage stage = stages.here();
    if (stage == null) {
      return;
    }
    ReadAhead ahead = stage.readAhead();
    List<String> missing = streams.stream().filter(stream -> !ahead.has(stream)).toList();
    if (missing.isEmpty()) {
      return;
    }
    RoundTrip trip = new RoundTrip();
    ahead.add(trip, missing);
    database.read(
        "streams ahead",
        connection -> {
          trip.make(connection);
          return missing.size();
        });
  }

  private List<DomainEventMessage<?>> staged(String stream) {
    List<DomainEventMessage<?>> staged = new ArrayList<>();
    EventStage stage = stages.here();
    if (stage != null) {
      staged.addAll(stage.eventsOf(stream));
    }
    staged.addAll(QueuedEvents.ofStream(stream));
    return staged;
  }
}
