package io.stockledger.ledger;

import io.stockledger.ledger.store.EventStage;
import io.stockledger.ledger.store.LedgerStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.jspecify.annotations.Nullable;

/**
 * States of one kind of aggregate as the decider knows them: what earlier commands of the batch
 * made of them, else what is on its way to the database, else what is durable and was used last.
 * The decider's only.
 */
final class KnownStates<T, S> implements BatchPart {
  private final AggregateKind<T, S> kind;
  private final LedgerStore store;
  private final Shells<T, S> shells;
  private final SnapshotWriter snapshots;
  private final StateCache<S> cache;
  private final List<Opened<T>> draft = new ArrayList<>();
  private final Staged<Held<S>> batch = new Staged<>();
  private Map<String, Held<S>> onItsWay = Map.of();

  /** An aggregate of the command being decided, and the snapshot its state came from. */
  private record Opened<T>(EventSourcedAggregate<T> aggregate, long snapshotSequence) {}

  KnownStates(
      AggregateKind<T, S> kind, LedgerStore store, Shells<T, S> shells, SnapshotWriter snapshots) {
    this.kind = kind;
    this.store = store;
    this.shells = shells;
    this.snapshots = snapshots;
    this.cache = new StateCache<>(kind.weight(), kind.cacheWeight());
  }

  @Override
  public boolean holds(String id) {
    if (isDecided(id)) {
      return true;
    }
    StateCache.Found<S> kept = cache.find(id);
    return kept == null ? cache.isAbsent(id) : !kept.behind();
  }

  private boolean isDecided(String id) {
    return batch.contains(id) || onItsWay.containsKey(id);
  }

  /** Whether there is one, as far as that is known. */
  boolean exists(String id) {
    return isDecided(id) || cache.find(id) != null;
  }

  /** As the next command is to see it; read where it is not known. Null if there is none. */
  @Nullable Held<S> find(String id, EventStage stage) {
    Held<S> decided = batch.get(id);
    if (decided == null) {
      decided = onItsWay.get(id);
    }
    if (decided != null) {
      return decided;
    }
    StateCache.Found<S> kept = cache.find(id);
    if (kept != null && !kept.behind()) {
      return kept.held();
    }
    Held<S> read = kept == null ? shells.read(id) : shells.read(id, kept.held());
    if (read != null && isAsStored(id, stage)) {
      cache.put(id, read);
    }
    return read;
  }

  /** That there is none is remembered too: who only looks may look at the same often. */
  @Nullable Held<S> look(String id, EventStage stage) {
    if (!isDecided(id) && cache.isAbsent(id)) {
      return null;
    }
    Held<S> held = find(id, stage);
    if (held == null && isAsStored(id, stage)) {
      cache.putAbsent(id);
    }
    return held;
  }

  private boolean isAsStored(String id, EventStage stage) {
    return stage.eventsOf(id).isEmpty() && !store.hasQueued(id);
  }

  /** The command that is decided has one in its hands; what it made of it counts once accepted. */
  void opened(EventSourcedAggregate<T> aggregate, long snapshotSequence) {
    draft.add(new Opened<>(aggregate, snapshotSequence));
  }

  @Override
  public void accept(long position) {
    for (Opened<T> opened : draft) {
      if (opened.aggregate().version() != null) {
        Held<S> held = shells.held(opened.aggregate(), opened.snapshotSequence());
        batch.put(opened.aggregate().identifierAsString(), held);
      }
    }
    draft.clear();
  }

  @Override
  public void reject() {
    draft.clear();
  }

  @Override
  public void mark() {
    batch.mark();
  }

  @Override
  public void keep() {
    batch.keep();
  }

  @Override
  public void takeBack() {
    draft.clear();
    batch.takeBack();
  }

  @Override
  public void takeOff() {
    onItsWay = batch.drain();
  }

  @Override
  public void durable() {
    onItsWay.forEach((id, held) -> cache.put(id, snapshotIfDue(id, held)));
    onItsWay = Map.of();
  }

  /**
   * A snapshot of n entries comes after n events at the earliest, so that its cost per event stays
   * the same however large the state grows.
   */
  private Held<S> snapshotIfDue(String id, Held<S> held) {
    long due = Math.max(kind.snapshotThreshold(), kind.weight().applyAsLong(held.state()));
    if (held.deleted() || held.eventsSinceSnapshot() < due) {
      return held;
    }
    snapshots.write(id, held.sequence(), held.state());
    return held.withSnapshot();
  }

  @Override
  public void lost() {
    draft.clear();
    batch.clear();
    onItsWay = Map.of();
  }

  @Override
  public void writtenElsewhere(Collection<String> streams) {
    cache.markBehind(streams);
  }

  @Override
  public void forget() {
    cache.clear();
  }
}
