package io.stockledger.ledger.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store and streamable source on the ledger. Unlike Axon's embedded one its streams
 * call back when there is something to read, so that pooled processors need not poll.
 *
 * <p>Streams of one aggregate are whole: snapshots are states, known to the repositories only.
 */
public final class LedgerStore extends AbstractEventStore {

  private final LedgerEngine engine;
  private final LedgerFeed feed;
  private final StoredEntries stored;
  private final int batchSize;

  private LedgerStore(Builder builder, LedgerEngine engine, LedgerFeed feed, int batchSize) {
    super(builder);
    this.engine = engine;
    this.feed = feed;
    this.stored = new StoredEntries(engine, batchSize);
    this.batchSize = batchSize;
  }

  /**
   * A store on an engine whose commits the feed hears of.
   *
   * @param batchSize entries a stream fetches at a time, at least 1
   */
  public static LedgerStore on(LedgerEngine engine, LedgerFeed feed, int batchSize) {
    Builder builder = new Builder();
    builder.storageEngine(engine);
    return new LedgerStore(builder, engine, feed, batchSize);
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
    return new LedgerEventStream(stored, feed, PositionToken.positionOf(trackingToken), batchSize);
  }

  /**
   * Tells the feed too, so that the ledger can be read to that point where nobody listens, such as
   * in a rebuild without a server.
   */
  @Override
  public TrackingToken createHeadToken() {
    TrackingToken head = super.createHeadToken();
    feed.advanceTo(PositionToken.positionOf(head));
    return head;
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier) {
    return readEvents(aggregateIdentifier, 0);
  }

  @Override
  public void publish(List<? extends EventMessage<?>> events) {
    QueuedEvents.add(events);
    super.publish(events);
  }

  @Override
  protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(
      String aggregateIdentifier) {
    return QueuedEvents.ofStream(aggregateIdentifier).stream();
  }

  /** The last sequence number in the database, whatever the current unit of work has queued. */
  public Optional<Long> lastStoredSequence(String stream) {
    return engine.lastSequenceNumberFor(stream);
  }

  /** Whether the current unit of work has published events of this stream. */
  public boolean hasQueued(String stream) {
    return !QueuedEvents.ofStream(stream).isEmpty();
  }

  /** The newest snapshot, as a message that holds a state. */
  public @Nullable DomainEventMessage<?> snapshot(String stream) {
    return engine.readSnapshot(stream).orElse(null);
  }

  /** Reads streams, so that the batch of this thread knows them as they were before it. */
  public void readAhead(List<String> streams) {
    engine.readAhead(streams);
  }

  private static final class Builder extends AbstractEventStore.Builder {}
}
