package io.stockledger.ledger;

import io.stockledger.ledger.store.CommitListener;
import io.stockledger.ledger.store.Database;
import io.stockledger.ledger.store.EventStages;
import io.stockledger.ledger.store.LedgerEngine;
import io.stockledger.ledger.store.LedgerEngineBuilder;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.ledger.store.LedgerReader;
import io.stockledger.ledger.store.LedgerStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** One node's ledger, put together by {@link LedgerBuilder}. */
public final class Ledger implements AutoCloseable {

  private final EventStages stages = new EventStages();
  private final LedgerFeed feed;
  private final List<BatchPart> parts = new CopyOnWriteArrayList<>();
  private final LedgerEngine engine;
  private final LedgerStore store;
  private final LedgerReader reader;
  private final LedgerClaims claims;
  private final Receipts receipts;
  private final LedgerCommandBus commandBus;
  private final Decider decider;
  private final CommitListener listener;
  private final SnapshotWriter snapshots;

  Ledger(LedgerBuilder builder) {
    LedgerSettings settings = builder.settings;
    this.feed = new LedgerFeed(settings.readerInterval());
    Database database = new Database(builder.writes, builder.reads, stages);
    LedgerEngineBuilder engineBuilder =
        new LedgerEngineBuilder(database, stages, feed, builder.serializer).times(builder.times);
    engineBuilder.upcasterChain(builder.upcasters);
    engineBuilder.snapshotSerializer(builder.serializer.forSnapshots());
    this.engine = engineBuilder.build();
    this.store = LedgerStore.on(engine, feed, settings.readBatchSize());
    this.reader = new LedgerReader(database, engine, stages);
    this.claims = new LedgerClaims(database, stages, settings.rememberedClaims());
    this.receipts = new Receipts(database);
    this.snapshots = new SnapshotWriter(engine);
    this.listener =
        new CommitListener(
            builder.listening, database, feed, settings.pollInterval(), settings.readerInterval());
    this.parts.add(claims);

    Intake intake = new Intake(settings.queueCapacity());
    List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors =
        new CopyOnWriteArrayList<>();
    this.commandBus = new LedgerCommandBus(intake, interceptors, builder);
    this.decider = decider(builder, intake, interceptors);
  }

  private Decider decider(
      LedgerBuilder builder,
      Intake intake,
      List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors) {
    LedgerSettings settings = builder.settings;
    DeciderSession session =
        DeciderSession.forBatches(builder.writes, settings.transactionTimeout());
    DeciderSession lookUps =
        DeciderSession.forLookUps(builder.writes, settings.transactionTimeout());
    CommandDecision decision = new CommandDecision(builder, interceptors, parts, claims);
    BatchRunner runner =
        new BatchRunner(
            session,
            lookUps,
            stages,
            new BatchDecision(
                new Decisions(builder.encoder, decision, parts),
                new LookUps(claims, parts, builder.claimIds, builder.loadings)),
            new BatchWriter(session, engine, feed, builder),
            parts,
            claims);
    return new Decider(intake, runner, session, lookUps, settings.batchSize(), settings.retryFor());
  }

  /** Begins to decide, and to hear of commits. Commands that were dispatched before have waited. */
  public void start() {
    listener.start();
    decider.start();
  }

  /** From the start on, for as long as anything can be decided here. */
  public boolean isDeciding() {
    return decider.isAlive();
  }

  /** A repository of one kind of aggregates; to be made once per kind, before {@link #start}. */
  public <T, S> LedgerRepository<T, S> repository(AggregateKind<T, S> kind) {
    LedgerRepository<T, S> repository = new LedgerRepository<>(kind, store, stages, snapshots);
    parts.add(repository.part());
    return repository;
  }

  public LedgerCommandBus commandBus() {
    return commandBus;
  }

  /** Axon's event bus, event store and source of tracking processors in one. */
  public LedgerStore store() {
    return store;
  }

  public LedgerEngine engine() {
    return engine;
  }

  public LedgerFeed feed() {
    return feed;
  }

  public Claims claims() {
    return claims;
  }

  public LedgerReader reader() {
    return reader;
  }

  public Receipts receipts() {
    return receipts;
  }

  /** Takes no more commands, answers those it took, and ends its threads. */
  @Override
  public void close() {
    decider.close();
    snapshots.close();
    listener.close();
  }
}
