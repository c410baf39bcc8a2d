package io.stockledger.ledger;

import io.stockledger.ledger.store.EventStage;
import io.stockledger.ledger.store.EventStages;
import io.stockledger.ledger.store.LedgerStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.eventsourcing.EventSourcedAggregate;
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
  private final Shells<T, S> shells;
  private final KnownStates<T, S> states;

  LedgerRepository(
      AggregateKind<T, S> kind, LedgerStore store, EventStages stages, SnapshotWriter snapshots) {
    this.kind = kind;
    this.store = store;
    this.stages = stages;
    this.shells = new Shells<>(kind, store);
    this.states = new KnownStates<>(kind, store, shells, snapshots);
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
          ids.stream()
              .distinct()
              .filter(id -> !states.holds(id) && !stage.readAhead().has(id))
              .toList();
      if (missing.size() > 1) {
        store.readAhead(missing);
      }
    }
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
        return opened.version() == null ? null : shells.stateOf(opened);
      }
    }
    EventStage stage = stages.here();
    Held<S> held = stage == null ? shells.read(id) : states.look(id, stage);
    return held == null || held.deleted() ? null : held.state();
  }

  @Override
  public Aggregate<T> loadOrCreate(String id, Callable<T> factoryMethod) throws Exception {
    EventSourcedAggregate<T> known = find(id);
    return known == null ? opened(id, shells.create(factoryMethod), -1) : known;
  }

  @Override
  public Aggregate<T> newInstance(Callable<T> factoryMethod) throws Exception {
    return newInstance(factoryMethod, aggregate -> {});
  }

  @Override
  public Aggregate<T> newInstance(Callable<T> factoryMethod, Consumer<Aggregate<T>> initMethod)
      throws Exception {
    EventSourcedAggregate<T> aggregate = shells.create(factoryMethod);
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
    return states.exists(id) || store.lastStoredSequence(id).isPresent();
  }

  private @Nullable EventSourcedAggregate<T> find(String id) {
    EventSourcedAggregate<T> opened = inUnitOfWork().get(id);
    if (opened != null) {
      return opened;
    }
    EventStage stage = stages.here();
    Held<S> held = stage == null ? shells.read(id) : states.find(id, stage);
    if (held == null) {
      return null;
    }
    if (held.deleted()) {
      throw new AggregateDeletedException(id);
    }
    return opened(id, shells.around(held), held.snapshotSequence());
  }

  private Map<String, EventSourcedAggregate<T>> inUnitOfWork() {
    return CurrentUnitOfWork.get().root().getOrComputeResource(resource, key -> new HashMap<>());
  }

  private EventSourcedAggregate<T> opened(
      String id, EventSourcedAggregate<T> aggregate, long snapshotSequence) {
    inUnitOfWork().put(id, aggregate);
    if (stages.here() != null) {
      states.opened(aggregate, snapshotSequence);
    }
    return aggregate;
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

  /** What its states are to the decider. */
  BatchPart part() {
    return states;
  }
}
