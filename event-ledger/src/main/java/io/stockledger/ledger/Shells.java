package io.stockledger.ledger;

import io.stockledger.ledger.store.LedgerStore;
import java.util.concurrent.Callable;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/**
 * The aggregates that Axon wants to see: mutable shells, each made around an immutable state and
 * given away once, and what is to be kept of them afterwards.
 */
final class Shells<T, S> {
  private final AggregateKind<T, S> kind;
  private final LedgerStore store;

  Shells(AggregateKind<T, S> kind, LedgerStore store) {
    this.kind = kind;
    this.store = store;
  }

  /** One that comes into being, unless it is refused. */
  EventSourcedAggregate<T> create(Callable<T> factoryMethod) throws Exception {
    return EventSourcedAggregate.initialize(
        factoryMethod, kind.model(), store, NoSnapshotTriggerDefinition.TRIGGER);
  }

  EventSourcedAggregate<T> around(Held<S> held) {
    T root = kind.shell().get();
    kind.restore().accept(root, held.state());
    return reconstruct(root, held.sequence(), held.deleted());
  }

  private EventSourcedAggregate<T> empty() {
    return reconstruct(kind.shell().get(), -1, false);
  }

  private EventSourcedAggregate<T> reconstruct(T root, long sequence, boolean deleted) {
    return EventSourcedAggregate.reconstruct(
        root, kind.model(), sequence, deleted, store, NoSnapshotTriggerDefinition.TRIGGER);
  }

  S stateOf(EventSourcedAggregate<T> aggregate) {
    return aggregate.invoke(kind.stateOf());
  }

  /** What is kept of one that has an event. */
  Held<S> held(EventSourcedAggregate<T> aggregate, long snapshotSequence) {
    return new Held<>(
        stateOf(aggregate), aggregate.version(), snapshotSequence, aggregate.isDeleted());
  }

  /** As it is stored, from its snapshot on; null if there is none. */
  @Nullable Held<S> read(String id) {
    return read(id, kind.snapshotIn(store.snapshot(id)));
  }

  /** Folds the events after a state that is known into it. */
  @Nullable Held<S> read(String id, @Nullable Held<S> base) {
    DomainEventStream events = store.readEvents(id, base == null ? 0 : base.sequence() + 1);
    if (!events.hasNext()) {
      return base;
    }
    EventSourcedAggregate<T> aggregate = base == null ? empty() : around(base);
    aggregate.initializeState(events);
    return held(aggregate, base == null ? -1 : base.snapshotSequence());
  }
}
