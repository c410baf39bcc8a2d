package io.stockledger.ledger;

import io.stockledger.ledger.store.EventStage;
import io.stockledger.ledger.store.EventStages;
import io.stockledger.ledger.store.LedgerStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateScopeDescriptor;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.jspecify.annotations.Nullable;

/**
 * A repository without locks for the one decider: it keeps immutable states and gives each command
 * a fresh shell around one. A state counts for later commands once its command succeeded, and is
 * kept beyond the batch once that is durable. On other threads nothing is kept.
 *
 * @param <T> the aggregate, a thin mutable shell
 * @param <S> its state, immutable
 */
public final class LedgerRepository<T, S> implements Repository<T> {

  private final String resource = "aggregates of " + System.identityHashCode(this);
  private final AggregateKind<T, S> kind;
  private final LedgerStore store;
  private final EventStages stages;
  private final SnapshotWriter snapshots;
  private final StateCache<S> cache;
  private final List<Opened<T>> draft = new ArrayList<>();
  private final Staged<Held<S>> batch = new Staged<>();
  private Map<String, Held<S>> onItsWay = Map.of();

  /** An aggregate of the command being decided, and the snapshot its state came from. */
  private record Opened<T>(EventSourcedAggregate<T> aggregate, long snapshotSequence) {}

  LedgerRepository(
      AggregateKind<T, S> kind, LedgerStore store, EventStages stages, SnapshotWriter snapshots) {
    this.kind = kind;
    this.store = store;
    this.stages = stages;
    this.snapshots = snapshots;
    this.cache = new StateCache<>(kind.weight(), kind.cacheWeight());
  }

  /** The model to build an {@code AggregateAnnotationCommandHandler} with. */
  public AggregateModel<T> model() {
    return kind.model();
  }

  /**
   * Reads aggregates that the command being decided will load and that are not in memory, all at
   * once; for commands whose payload does not tell them. It is a trip to the database where there
   * are several, and nothing otherwise.
   */
  public void readAhead(Collection<String> ids) {
    EventStage stage = stages.here();
    if (stage != null) {
      List<String> missing =
          ids.stream().distinct().filter(id -> !isHeld(id) && !stage.readAhead().has(id)).toList();
      if (missing.size() > 1) {
        store.readAhead(missing);
      }
    }
  }

  private boolean isHeld(String id) {
    if (batch.contains(id) || onItsWay.containsKey(id)) {
      return true;
    }
    StateCache.Found<S> kept = cache.find(id);
    return kept == null ? cache.isAbsent(id) : !kept.behind();
  }

  @Override
  public Aggregate<T> load(String id) {
    return load(id, null);
  }

  @Override
  public Aggregate<T> load(String id, @Nullable Long expectedVersion) {
    EventSourcedAggregate<T> aggregate = find(id);
    if (aggregate == null) {
      throw new AggregateNotFoundException(id, "there is no " + id);
    }
    if (expectedVersion != null && !expectedVersion.equals(aggregate.version())) {
      throw new ConflictingAggregateVersionException(id, expectedVersion, aggregate.version());
    }
    return aggregate;
  }

  /**
   * The state of one that a command looks at and does not touch, as the command sees it: no shell
   * is made for it. Null if there is none.
   */
  public @Nullable S stateOf(String id) {
    if (CurrentUnitOfWork.isStarted()) {
      EventSourcedAggregate<T> opened = inUnitOfWork().get(id);
      if (opened != null) {
        return opened.version() == null ? null : opened.invoke(kind.stateOf());
      }
    }
    EventStage stage = stages.here();
    Held<S> held = stage == null ? read(id, snapshot(id)) : looked(id, stage);
    return held == null || held.deleted() ? null : held.state();
  }

  /** That there is none is remembered too: who only looks may look at the same often. */
  private @Nullable Held<S> looked(String id, EventStage stage) {
    boolean decided = batch.contains(id) || onItsWay.containsKey(id);
    if (!decided && cache.isAbsent(id)) {
      return null;
    }
    Held<S> held = keptOrRead(id, stage);
    if (held == null && stage.eventsOf(id).isEmpty() && !store.hasQueued(id)) {
      cache.putAbsent(id);
    }
    return held;
  }

  @Override
  public Aggregate<T> loadOrCreate(String id, Callable<T> factoryMethod) throws Exception {
    EventSourcedAggregate<T> known = find(id);
    return known == null ? opened(id, create(factoryMethod), -1) : known;
  }

  @Override
  public Aggregate<T> newInstance(Callable<T> factoryMethod) throws Exception {
    return newInstance(factoryMethod, aggregate -> {});
  }

  @Override
  public Aggregate<T> newInstance(Callable<T> factoryMethod, Consumer<Aggregate<T>> initMethod)
      throws Exception {
    EventSourcedAggregate<T> aggregate = create(factoryMethod);
    initMethod.accept(aggregate);
    if (aggregate.version() == null) {
      return aggregate; // refused: nothing came into being
    }
    String id = aggregate.identifierAsString();
    if (inUnitOfWork().containsKey(id) || exists(id)) {
      throw new AggregateStreamCreationException("there is a " + id + " already");
    }
    return opened(id, aggregate, -1);
  }

  /** Leaves out what the command itself has just applied, which is queued and not yet staged. */
  private boolean exists(String id) {
    return batch.contains(id)
        || onItsWay.containsKey(id)
        || cache.find(id) != null
        || store.lastStoredSequence(id).isPresent();
  }

  private EventSourcedAggregate<T> create(Callable<T> factoryMethod) throws Exception {
    return EventSourcedAggregate.initialize(
        factoryMethod, kind.model(), store, NoSnapshotTriggerDefinition.TRIGGER);
  }

  private @Nullable EventSourcedAggregate<T> find(String id) {
    EventSourcedAggregate<T> opened = inUnitOfWork().get(id);
    if (opened != null) {
      return opened;
    }
    EventStage stage = stages.here();
    Held<S> held = stage == null ? read(id, snapshot(id)) : keptOrRead(id, stage);
    if (held == null) {
      return null;
    }
    if (held.deleted()) {
      throw new AggregateDeletedException(id);
    }
    return opened(id, shell(held), held.snapshotSequence());
  }

  private @Nullable Held<S> keptOrRead(String id, EventStage stage) {
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
    Held<S> read = read(id, kept == null ? snapshot(id) : kept.held());
    if (read != null && stage.eventsOf(id).isEmpty() && !store.hasQueued(id)) {
      cache.put(id, read);
    }
    return read;
  }

  /** Folds the events after a state that is known into it. */
  private @Nullable Held<S> read(String id, @Nullable Held<S> base) {
    DomainEventStream events = store.readEvents(id, base == null ? 0 : base.sequence() + 1);
    if (!events.hasNext()) {
      return base;
    }
    EventSourcedAggregate<T> aggregate = base == null ? emptyShell() : shell(base);
    aggregate.initializeState(events);
    return held(aggregate, base == null ? -1 : base.snapshotSequence());
  }

  private @Nullable Held<S> snapshot(String id) {
    return kind.snapshotIn(store.snapshot(id));
  }

  private EventSourcedAggregate<T> emptyShell() {
    return EventSourcedAggregate.reconstruct(
        kind.shell().get(), kind.model(), -1, false, store, NoSnapshotTriggerDefinition.TRIGGER);
  }

  private EventSourcedAggregate<T> shell(Held<S> held) {
    T root = kind.shell().get();
    kind.restore().accept(root, held.state());
    return EventSourcedAggregate.reconstruct(
        root,
        kind.model(),
        held.sequence(),
        held.deleted(),
        store,
        NoSnapshotTriggerDefinition.TRIGGER);
  }

  private Held<S> held(EventSourcedAggregate<T> aggregate, long snapshotSequence) {
    return new Held<>(
        aggregate.invoke(kind.stateOf()),
        aggregate.version(),
        snapshotSequence,
        aggregate.isDeleted());
  }

  private Map<String, EventSourcedAggregate<T>> inUnitOfWork() {
    return CurrentUnitOfWork.get().root().getOrComputeResource(resource, key -> new HashMap<>());
  }

  private EventSourcedAggregate<T> opened(
      String id, EventSourcedAggregate<T> aggregate, long snapshotSequence) {
    inUnitOfWork().put(id, aggregate);
    if (stages.here() != null) {
      draft.add(new Opened<>(aggregate, snapshotSequence));
    }
    return aggregate;
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
  public void send(Message<?> message, ScopeDescriptor scopeDescription) throws Exception {
    if (canResolve(scopeDescription)) {
      load(((AggregateScopeDescriptor) scopeDescription).getIdentifier().toString())
          .handle(message);
    }
  }

  @Override
  public boolean canResolve(ScopeDescriptor scopeDescription) {
    return scopeDescription instanceof AggregateScopeDescriptor aggregate
        && kind.model().type().equals(aggregate.getType());
  }

  BatchPart part() {
    return new Part();
  }

  /** The repository as the decider sees it. */
  private final class Part implements BatchPart {

    @Override
    public boolean holds(String stream) {
      return isHeld(stream);
    }

    @Override
    public void accept(long position) {
      for (Opened<T> opened : draft) {
        if (opened.aggregate().version() != null) {
          Held<S> held = held(opened.aggregate(), opened.snapshotSequence());
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
}
