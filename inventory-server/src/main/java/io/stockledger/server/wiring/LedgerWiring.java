package io.stockledger.server.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.stockledger.command.CommandSettings;
import io.stockledger.command.InventoryCommandConfiguration;
import io.stockledger.ledger.AnswerEncoder;
import io.stockledger.ledger.Ledger;
import io.stockledger.ledger.LedgerBuilder;
import io.stockledger.ledger.LedgerCommandBus;
import io.stockledger.ledger.json.CanonicalJsonSerializer;
import io.stockledger.ledger.store.LedgerStore;
import io.stockledger.projections.ProjectionsConfiguration;
import io.stockledger.projections.generation.GenerationDataSource;
import io.stockledger.projections.generation.GenerationSettings;
import io.stockledger.projections.rebuild.RebuildConfiguration;
import io.stockledger.projections.running.ProjectionSettings;
import io.stockledger.query.InventoryQueryConfiguration;
import io.stockledger.server.database.LedgerDatabase;
import io.stockledger.server.reservation.OwnReservationsOnly;
import io.stockledger.server.settings.DeviceSettings;
import io.stockledger.server.settings.ReadModelSettings;
import io.stockledger.server.settings.StockledgerSettings;
import io.stockledger.server.write.ActorMetadata;
import java.time.Clock;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Axon on the ledger. Everything that Axon would otherwise choose by the order of its
 * auto-configurations is declared here, and a test asserts that it is what is used.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  InventoryCommandConfiguration.class,
  ProjectionsConfiguration.class,
  RebuildConfiguration.class,
  InventoryQueryConfiguration.class
})
class LedgerWiring {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  CommandSettings commandSettings(StockledgerSettings settings, DeviceSettings devices) {
    return new CommandSettings(
        settings.lateWindow(), CommandSettings.DEFAULT.strictRegistry(), devices.patience());
  }

  @Bean
  ProjectionSettings projectionSettings(
      StockledgerSettings settings, @Value("${server.port:8080}") String port) {
    ProjectionSettings running = ProjectionSettings.ofNode(NodeId.of(settings, port));
    return settings.projections().enabled() ? running : running.asPaused();
  }

  @Bean
  GenerationSettings generationSettings(
      ProjectionSettings projections, ReadModelSettings readModels) {
    return new GenerationSettings(
        projections.nodeId(),
        readModels.keep(),
        GenerationSettings.DEFAULT_LEASE,
        projections.segments());
  }

  /** Events, snapshots and tokens alike: canonical JSON under stable names. */
  @Bean({"ledgerSerializer", "tokenSerializer"})
  @Primary
  CanonicalJsonSerializer serializer() {
    return new CanonicalJsonSerializer(StoredNames.all());
  }

  @Bean
  RefusalCount refusalCount(Clock clock) {
    return new RefusalCount(clock);
  }

  @Bean
  CommandMeters commandMeters(MeterRegistry registry) {
    return new CommandMeters(registry);
  }

  @Bean(destroyMethod = "") // closed by LedgerRunning, before what it stands on
  Ledger ledger(
      HikariDataSource writeDataSource,
      GenerationDataSource readDataSource,
      LedgerDatabase database,
      CanonicalJsonSerializer serializer,
      AnswerEncoder answers,
      RefusalCount refusals,
      CommandMeters meters,
      Clock clock) {
    Ledger ledger =
        new LedgerBuilder(
                writeDataSource, readDataSource, () -> database.connect(database.app()), serializer)
            .answers(answers)
            .times(new StatedTimes())
            .claimIds(Wants::claimIds)
            .loadings(Wants::loadings)
            .clock(clock)
            .monitor(meters)
            .watch(meters)
            .build();
    meters.showQueue(ledger.commandBus());
    ledger
        .commandBus()
        .registerHandlerInterceptor(new CorrelationDataInterceptor<>(List.of(new ActorMetadata())));
    ledger.commandBus().registerHandlerInterceptor(refusals);
    ledger
        .commandBus()
        .registerHandlerInterceptor(
            new OwnReservationsOnly(new ClaimedReservations(ledger.claims(), serializer.mapper())));
    return ledger;
  }

  @Bean
  LedgerRunning ledgerRunning(Ledger ledger) {
    return new LedgerRunning(ledger);
  }

  @Bean
  DeciderHealthIndicator deciderHealthIndicator(Ledger ledger) {
    return new DeciderHealthIndicator(ledger::isDeciding);
  }

  @Bean
  LedgerCommandBus commandBus(Ledger ledger) {
    return ledger.commandBus();
  }

  @Bean
  LedgerStore eventStore(Ledger ledger) {
    return ledger.store();
  }

  /** Queries read with statements of their own; no transaction is opened around them. */
  @Bean
  QueryBus queryBus() {
    return SimpleQueryBus.builder().transactionManager(NoTransactionManager.instance()).build();
  }

  @Bean
  TransactionManager axonTransactionManager(
      PlatformTransactionManager projectionTransactionManager) {
    return new SpringTransactionManager(projectionTransactionManager);
  }

  @Bean
  ConnectionProvider connectionProvider(GenerationDataSource projectionDataSource) {
    return new SpringDataSourceConnectionProvider(projectionDataSource);
  }
}
