package io.stockledger.benchmarks.inprocess;

import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.benchmarks.load.Measured;
import io.stockledger.ledger.json.CanonicalJsonSerializer;
import io.stockledger.projections.AllProjections;
import io.stockledger.projections.ProjectionsConfiguration;
import io.stockledger.projections.ReadModelSchema;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.server.wiring.StoredNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Axon's way to fill read tables: streaming processors on its JDBC engine, each event handled by
 * itself in a transaction with its token, as they come. What is done for an event is the product's
 * own fold of just that event.
 */
final class AxonReplay implements Measuring {
  private static final int CONNECTIONS = 40;
  private static final int EVENTS = 300_000;
  private static final String SCHEMA = "axon_read";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LOOK_AGAIN_MILLIS = 10;
  private static final String COPY =
      """
      insert into public.domainevententry
        (globalindex, aggregateidentifier, sequencenumber, type, eventidentifier, metadata, payload,
         payloadrevision, payloadtype, timestamp)
      select position, stream, version - 1, split_part(stream, ':', 1), event_id::text, metadata,
             payload, revision::text, type,
             to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        from ledger.event where position <= ?
      """;

  private final HikariDataSource events;
  private final HikariDataSource tables;
  private final CanonicalJsonSerializer serializer = new CanonicalJsonSerializer(StoredNames.all());
  private final Jackson3Serializer tokens = Jackson3Serializer.builder().build();
  private final List<Projection> projections = AllProjections.list();

  private AxonReplay(HikariDataSource events, HikariDataSource tables) {
    this.events = events;
    this.tables = tables;
  }

  /** Copies the first events of the ledger into Axon's own table. */
  static AxonReplay start(List<String> settings) {
    String url = Settings.of(settings, "peer.database.url");
    AxonReplay replay = new AxonReplay(pool(url, "public"), pool(url, SCHEMA));
    replay.engine().createSchema(PostgresEventTableFactory.INSTANCE);
    new JdbcTemplate(replay.events).update(COPY, EVENTS);
    return replay;
  }

  private static HikariDataSource pool(String url, String schema) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url + "?currentSchema=" + schema + "&reWriteBatchedInserts=true");
    pool.setUsername("postgres");
    pool.setMaximumPoolSize(CONNECTIONS);
    return pool;
  }

  private JdbcEventStorageEngine engine() {
    return JdbcEventStorageEngine.builder()
        .snapshotSerializer(serializer)
        .eventSerializer(serializer)
        .connectionProvider(
            new UnitOfWorkAwareConnectionProviderWrapper(
                new SpringDataSourceConnectionProvider(events)))
        .transactionManager(new SpringTransactionManager(new JdbcTransactionManager(events)))
        .build();
  }

  /**
   * From the first event on, into empty tables.
   *
   * @return how many events went into all read models
   */
  @Override
  public Measured measure(int segments, Duration time) throws InterruptedException {
    new JdbcTemplate(tables).execute("drop schema if exists " + SCHEMA + " cascade");
    ReadModelSchema.migrate(tables, SCHEMA);
    EmbeddedEventStore store = EmbeddedEventStore.builder().storageEngine(engine()).build();
    AtomicLong handled = new AtomicLong();
    List<PooledStreamingEventProcessor> processors = new ArrayList<>();
    List<ScheduledExecutorService> threads = new ArrayList<>();
    for (Projection projection : projections) {
      ScheduledExecutorService coordinator = Executors.newScheduledThreadPool(1);
      ScheduledExecutorService workers = Executors.newScheduledThreadPool(segments);
      threads.add(coordinator);
      threads.add(workers);
      processors.add(processor(projection, store, segments, coordinator, workers, handled));
    }
    processors.forEach(PooledStreamingEventProcessor::start);
    awaitFirst(handled);
    long start = System.nanoTime();
    long before = handled.get();
    Thread.sleep(time);
    long events = (handled.get() - before) / projections.size();
    long nanos = System.nanoTime() - start;
    processors.forEach(PooledStreamingEventProcessor::shutDown);
    threads.forEach(ScheduledExecutorService::shutdownNow);
    store.shutDown();
    TreeMap<Integer, Long> statuses = new TreeMap<>();
    statuses.put(201, events);
    return new Measured(nanos, events, statuses, new Histogram(3), 0, 0);
  }

  /** Processors take some seconds to claim their segments. */
  private static void awaitFirst(AtomicLong handled) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (handled.get() == 0) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("no event was handled within " + PATIENCE);
      }
      Thread.sleep(LOOK_AGAIN_MILLIS);
    }
  }

  private PooledStreamingEventProcessor processor(
      Projection projection,
      EmbeddedEventStore store,
      int segments,
      ScheduledExecutorService coordinator,
      ScheduledExecutorService workers,
      AtomicLong handled) {
    TransactionManager transactions =
        new SpringTransactionManager(new JdbcTransactionManager(tables));
    return PooledStreamingEventProcessor.builder()
        .name(projection.name())
        .eventHandlerInvoker(new EachEvent(projection, new JdbcTemplate(tables), handled))
        .errorHandler(PropagatingErrorHandler.instance())
        .messageSource(store)
        .initialToken(StreamableMessageSource::createTailToken)
        .initialSegmentCount(segments)
        .tokenStore(ProjectionsConfiguration.tokenStore(tables, tokens, "axon"))
        .transactionManager(transactions)
        .coordinatorExecutor(coordinator)
        .workerExecutor(workers)
        .build();
  }

  /** Folds each event by itself. */
  private record EachEvent(Projection projection, JdbcTemplate jdbc, AtomicLong handled)
      implements EventHandlerInvoker {
    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
      return RecordedEvent.of(message).filter(e -> segment.matches(e.stream())).isPresent();
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
      return true;
    }

    @Override
    public boolean supportsReset() {
      return false;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
      RecordedEvent.of(message)
          .filter(event -> segment.matches(event.stream()))
          .ifPresent(
              event -> {
                projection.fold(jdbc, List.of(event));
                handled.incrementAndGet();
              });
    }
  }

  @Override
  public long carriedOut() {
    return 0; // each measurement begins anew
  }

  @Override
  public void close() {
    events.close();
    tables.close();
  }
}
