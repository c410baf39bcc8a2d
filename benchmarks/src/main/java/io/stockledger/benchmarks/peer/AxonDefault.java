package io.stockledger.benchmarks.peer;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Axon as it comes: its asynchronous command bus, its JDBC event storage engine, a cache of
 * aggregates, one transaction a command; and a receipt for each command in that transaction.
 */
public final class AxonDefault implements AutoCloseable {
  static final String NAME = "axon-default";

  /** Metadata of a command that is to have a receipt. */
  private static final String CLIENT = "client";

  private static final String KEY = "key";
  private static final String HASH = "requestHash";
  private static final String DUPLICATE_KEY = "23505";
  private static final String KEEP =
      "insert into receipt (client, key, request_hash, status, answer, recorded_at)"
          + " values (?, ?, ?, ?, ?, ?)";

  private final JdbcTemplate jdbc;
  private final Configuration axon;

  /** Begins, and makes its tables if they are not there. */
  public AxonDefault(DataSource dataSource) {
    jdbc = new JdbcTemplate(dataSource);
    TransactionManager transactions =
        new SpringTransactionManager(new JdbcTransactionManager(dataSource));
    Configurer configurer = DefaultConfigurer.defaultConfiguration();
    configurer
        .configureTransactionManager(c -> transactions)
        .configureSerializer(c -> Jackson3Serializer.builder().build())
        .configureCommandBus(
            c -> AsynchronousCommandBus.builder().transactionManager(transactions).build())
        .configureEmbeddedEventStore(c -> engine(c, dataSource, transactions))
        .configureAggregate(
            AggregateConfigurer.defaultConfiguration(AxonItem.class)
                .configureCache(c -> new AxonCache()));
    axon = configurer.buildConfiguration();
    axon.start();
    bus().registerHandlerInterceptor(this::keepReceipt);
  }

  private static EventStorageEngine engine(
      Configuration configuration, DataSource dataSource, TransactionManager transactions) {
    JdbcEventStorageEngine engine =
        JdbcEventStorageEngine.builder()
            .snapshotSerializer(configuration.serializer())
            .eventSerializer(configuration.eventSerializer())
            .persistenceExceptionResolver(AxonDefault::isDuplicateKey)
            .connectionProvider(
                new UnitOfWorkAwareConnectionProviderWrapper(
                    new SpringDataSourceConnectionProvider(dataSource)))
            .transactionManager(transactions)
            .build();
    engine.createSchema(PostgresEventTableFactory.INSTANCE);
    return engine;
  }

  static boolean isDuplicateKey(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && DUPLICATE_KEY.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  public CommandBus bus() {
    return axon.commandBus();
  }

  Configuration configuration() {
    return axon;
  }

  JdbcTemplate jdbc() {
    return jdbc;
  }

  static String item(String location, String sku) {
    return location + "/" + sku;
  }

  /** A reserve that will have a receipt under this key. */
  public static CommandMessage<?> reserve(
      String location, String sku, String reservationId, String client, String key, String hash) {
    return new GenericCommandMessage<>(
        new AxonItem.Reserve(item(location, sku), reservationId, 1),
        Map.of(CLIENT, client, KEY, key, HASH, hash));
  }

  /** Whether a reserve came to one. */
  public static boolean isGranted(@Nullable Object answer) {
    return answer instanceof AxonItem.Figures figures && !figures.equals(AxonItem.TOO_LITTLE);
  }

  /** In the transaction of the command, after its handler. */
  private @Nullable Object keepReceipt(
      UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
    Object result = chain.proceed();
    CommandMessage<?> command = work.getMessage();
    if (command.getMetaData().get(KEY) instanceof String key
        && command.getPayload() instanceof AxonItem.Reserve reserve
        && result instanceof AxonItem.Figures figures) {
      Answered answered = answer(reserve, figures);
      jdbc.update(
          KEEP,
          command.getMetaData().get(CLIENT),
          key,
          String.valueOf(command.getMetaData().get(HASH)).getBytes(StandardCharsets.US_ASCII),
          answered.status(),
          answered.body(),
          OffsetDateTime.now(ZoneOffset.UTC));
    }
    return result;
  }

  static Answered answer(AxonItem.Reserve reserve, AxonItem.Figures figures) {
    if (figures.equals(AxonItem.TOO_LITTLE)) {
      return new Answered(
          409,
          "{\"type\":\"/problems/insufficient-stock\",\"requested\":%d}"
              .formatted(reserve.quantity()));
    }
    return new Answered(
        201,
        String.format(
            Locale.ROOT,
            """
            {"item":"%s","version":%d,"reservationId":"%s",\
            "figures":{"onHand":%d,"reserved":%d,"available":%d}}""",
            reserve.item(),
            figures.version(),
            reserve.reservationId(),
            figures.onHand(),
            figures.reserved(),
            figures.available()));
  }

  @Override
  public void close() {
    axon.shutdown();
  }
}
