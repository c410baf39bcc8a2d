package io.stockledger.projections.running;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * One pooled Axon processor for each projection. Each commits its rows and its token in one
 * transaction. They can be started and stopped while everything else runs.
 */
public final class ProjectionProcessors {
  private static final long CLAIM_INTERVAL_MILLIS = 1_000;
  private static final long CLAIM_EXTENSION_MILLIS = 4_000;

  private final List<Projection> projections;
  private final StreamableMessageSource<TrackedEventMessage<?>> ledger;
  private final TokenStore tokens;
  private final JdbcOperations jdbc;
  private final PlatformTransactionManager transactions;
  private final ProjectionPositions positions;
  private final ProjectionSettings settings;
  private final InstantSource clock;
  private List<PooledStreamingEventProcessor> running = List.of();
  private List<ScheduledExecutorService> threads = List.of();

  public ProjectionProcessors(
      List<Projection> projections,
      StreamableMessageSource<TrackedEventMessage<?>> ledger,
      TokenStore tokens,
      JdbcOperations jdbc,
      PlatformTransactionManager transactions,
      ProjectionPositions positions,
      ProjectionSettings settings,
      InstantSource clock) {
    this.projections = List.copyOf(projections);
    this.ledger = ledger;
    this.tokens = tokens;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.positions = positions;
    this.settings = settings;
    this.clock = clock;
  }

  public synchronized void start() {
    if (settings.paused() || isRunning()) {
      return;
    }
    ScheduledExecutorService coordinators = threads("projection-coordinator", 1);
    ScheduledExecutorService workers =
        threads("projection-worker", Math.max(2, projections.size()));
    threads = List.of(coordinators, workers);
    running = projections.stream().map(p -> processor(p, coordinators, workers)).toList();
    running.forEach(PooledStreamingEventProcessor::start);
  }

  /** Comes back when nothing of theirs runs any more. */
  public synchronized void stop() {
    running.stream()
        .map(PooledStreamingEventProcessor::shutdownAsync)
        .toList()
        .forEach(java.util.concurrent.CompletableFuture::join);
    running = List.of();
    threads.forEach(ScheduledExecutorService::shutdown);
    threads.forEach(ProjectionProcessors::awaitEnd);
    threads = List.of();
  }

  public synchronized boolean isRunning() {
    return !running.isEmpty();
  }

  private PooledStreamingEventProcessor processor(
      Projection projection, ScheduledExecutorService coordinators, ScheduledExecutorService work) {
    TransactionManager transactionManager = new SpringTransactionManager(transactions);
    Folding folding = new Folding(projection, jdbc, transactions, clock);
    return PooledStreamingEventProcessor.builder()
        .name(projection.name())
        .eventHandlerInvoker(new BatchInvoker(projection.name(), folding, positions))
        .errorHandler(PropagatingErrorHandler.instance())
        .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
        .messageSource(ledger)
        .initialToken(StreamableMessageSource::createTailToken)
        .initialSegmentCount(settings.segments())
        .tokenStore(tokens)
        .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
        .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS)
        .batchSize(settings.batchSize())
        .transactionManager(transactionManager)
        .coordinatorExecutor(coordinators)
        .workerExecutor(work)
        .build();
  }

  private static ScheduledExecutorService threads(String name, int count) {
    return Executors.newScheduledThreadPool(
        count, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
  }

  private static void awaitEnd(ScheduledExecutorService threads) {
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
