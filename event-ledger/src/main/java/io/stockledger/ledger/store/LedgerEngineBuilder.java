package io.stockledger.ledger.store;

import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.Serializer;

/** Builds a {@link LedgerEngine}; Axon's own options (upcasters, batch size …) are inherited. */
public final class LedgerEngineBuilder extends BatchingEventStorageEngine.Builder {

  private final Database database;
  private final EventStages stages;
  private final LedgerFeed feed;
  private EventTimes times = new EventTimes() {};

  public LedgerEngineBuilder(
      Database database, EventStages stages, LedgerFeed feed, Serializer serializer) {
    this.database = database;
    this.stages = stages;
    this.feed = feed;
    eventSerializer(serializer);
    snapshotSerializer(serializer);
    persistenceExceptionResolver(StoreFailures.duplicateKeys());
  }

  public LedgerEngineBuilder times(EventTimes times) {
    this.times = times;
    return this;
  }

  public LedgerEngine build() {
    return new LedgerEngine(this);
  }

  Database database() {
    return database;
  }

  EventStages stages() {
    return stages;
  }

  LedgerFeed feed() {
    return feed;
  }

  EventTimes times() {
    return times;
  }
}
