package io.stockledger.ledger;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a {@link LedgerRepository} must know about its aggregates.
 *
 * @param model of the aggregate class
 * @param shell makes an empty aggregate
 * @param stateOf reads an aggregate's immutable state
 * @param restore puts a state into an empty aggregate, with its identifier
 * @param stateType what snapshots hold; to be named in the {@code EventNames}, with a new revision
 *     whenever its form changes
 * @param weight of a state, in entries: what grows, such as open reservations; 0 for an empty one
 * @param cacheWeight how much is kept in memory, in entries; each state counts one more
 * @param snapshotThreshold events before a snapshot is worth its while, at least 1
 */
public record AggregateKind<T, S>(
    AggregateModel<T> model,
    Supplier<T> shell,
    Function<T, S> stateOf,
    BiConsumer<T, S> restore,
    Class<S> stateType,
    ToLongFunction<S> weight,
    long cacheWeight,
    int snapshotThreshold) {

  public static final long DEFAULT_CACHE_WEIGHT = 2_000_000;
  public static final int DEFAULT_SNAPSHOT_THRESHOLD = 256;

  private static final Logger log = LoggerFactory.getLogger(AggregateKind.class);

  /** A kind with the usual limits and the model that Axon reads from the class. */
  public static <T, S> AggregateKind<T, S> of(
      Class<T> type,
      Supplier<T> shell,
      Function<T, S> stateOf,
      BiConsumer<T, S> restore,
      Class<S> stateType,
      ToLongFunction<S> weight) {
    return new AggregateKind<>(
        AnnotatedAggregateMetaModelFactory.inspectAggregate(type),
        shell,
        stateOf,
        restore,
        stateType,
        weight,
        DEFAULT_CACHE_WEIGHT,
        DEFAULT_SNAPSHOT_THRESHOLD);
  }

  /** The same with another model, for handlers with resolved parameters. */
  public AggregateKind<T, S> withModel(AggregateModel<T> other) {
    return new AggregateKind<>(
        other, shell, stateOf, restore, stateType, weight, cacheWeight, snapshotThreshold);
  }

  /** The same with other limits. */
  public AggregateKind<T, S> withLimits(long otherCacheWeight, int otherThreshold) {
    return new AggregateKind<>(
        model, shell, stateOf, restore, stateType, weight, otherCacheWeight, otherThreshold);
  }

  /** One that cannot be read, or is of another revision, is as good as none. */
  @Nullable Held<S> snapshotIn(@Nullable DomainEventMessage<?> snapshot) {
    if (snapshot == null || !snapshot.getPayloadType().equals(stateType)) {
      return null;
    }
    long sequence = snapshot.getSequenceNumber();
    try {
      return new Held<>(stateType.cast(snapshot.getPayload()), sequence, sequence, false);
    } catch (RuntimeException e) {
      log.warn("ignoring the snapshot of {}", snapshot.getAggregateIdentifier(), e);
      return null;
    }
  }
}
